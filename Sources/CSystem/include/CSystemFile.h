#ifndef KEYSTILE_CSYSTEM_FILE_H
#define KEYSTILE_CSYSTEM_FILE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

/// File calls for code that wants the error in the result: every function returns a value of at
/// least 0, or the negated errno. Interrupted calls are repeated inside.

/// What `fstat` tells, in fixed widths.
typedef struct {
  uint64_t inode;
  int64_t size_bytes;
  uint32_t mode_bits;  ///< permission bits only
  uint32_t owner;
  uint64_t link_count;
  bool is_regular;
  bool is_directory;
} ks_file_status;

/// Opens a directory for `openat` and `fsync`; refuses a symbolic link as last component.
int ks_directory_open(int directory, const char *name);
int ks_directory_make(int directory, const char *name, mode_t mode);
/// Syncs the directory that holds the last component of `path`.
int ks_directory_sync_parent(const char *path);
/// Calls `visit` for every entry except "." and "..".
int ks_directory_list(int directory, void *context, void (*visit)(void *context, const char *name));

/// Opens a file without following a link: `write` for reading and writing, `create` for a file
/// that must not exist yet (mode 0600).
int ks_file_open(int directory, const char *name, bool write, bool create);
int ks_file_rename(int directory, const char *from, const char *to);
int ks_file_remove(int directory, const char *name);
void ks_file_close(int file);

ssize_t ks_file_read(int file, void *bytes, size_t count, int64_t offset);
ssize_t ks_file_write(int file, const void *bytes, size_t count, int64_t offset);
int ks_file_truncate(int file, int64_t size_bytes);
int ks_file_sync(int file);
int ks_file_sync_data(int file);
int ks_file_get_status(int file, ks_file_status *status);

/// 1: locked; 0: another open file description holds the lock.
int ks_file_try_lock(int file);
int ks_file_unlock(int file);

/// Whether the file lies on a network or user-space file system, where locks and syncs of one
/// machine say nothing about another.
int ks_file_is_remote(int file);

/// A non-blocking, close-on-exec inotify descriptor.
int ks_watch_open(void);
/// Watches a directory for files created in or renamed into it and, with `writes`, for writes.
int ks_watch_add(int watch, const char *path, bool writes);
/// Reads everything pending: 0 nothing, 1 something changed, 2 the queue overflowed.
int ks_watch_drain(int watch);

/// Sleeps for some nanoseconds, below one second.
void ks_pause(int64_t nanoseconds);
/// CLOCK_MONOTONIC in nanoseconds.
int64_t ks_monotonic_nanoseconds(void);
/// CLOCK_REALTIME in microseconds since 1970.
int64_t ks_realtime_microseconds(void);
/// The name of this machine, NUL-terminated, cut to `count` bytes.
void ks_host_name(char *name, size_t count);
/// Fills `bytes` from the system's random source.
int ks_random(void *bytes, size_t count);

#endif
