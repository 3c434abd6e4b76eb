#ifndef KEYSTILE_CSYSTEM_MAPPING_H
#define KEYSTILE_CSYSTEM_MAPPING_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Files shared between processes through memory. Results as in CSystemFile.h: at least 0, or the
/// negated errno.

/// Maps the first `count` bytes of a file, shared; more than the file has may be mapped, and must
/// not be touched before the file has grown. NULL with `*error` set if it cannot be mapped.
void *ks_map(int file, size_t count, bool writable, int *error);
void ks_unmap(void *bytes, size_t count);

/// Makes sure that a range of a file has room on the disk, so that writing to a mapping of it cannot
/// fail; the file grows when the range ends behind its end.
int ks_file_allocate(int file, int64_t offset, int64_t count);

/// Waits for the lock on a file, exclusive among open file descriptions.
int ks_file_lock(int file);

#endif
