#ifndef KEYSTILE_CSYSTEM_CHECKSUM_H
#define KEYSTILE_CSYSTEM_CHECKSUM_H

#include <stddef.h>
#include <stdint.h>

/// CRC-32C (Castagnoli, reflected, as in RFC 3720 appendix B.4) of `count` bytes, continuing
/// `checksum` (0 at the start). Uses the processor's instruction where there is one.
uint32_t ks_crc32c(uint32_t checksum, const void *bytes, size_t count);
/// The same by tables, eight bytes a step: what `ks_crc32c` falls back to.
uint32_t ks_crc32c_portable(uint32_t checksum, const void *bytes, size_t count);

#endif
