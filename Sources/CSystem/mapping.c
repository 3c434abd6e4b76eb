#define _GNU_SOURCE
#include "CSystemMapping.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/mman.h>

void *ks_map(int file, size_t count, bool writable, int *error) {
  int protection = writable ? PROT_READ | PROT_WRITE : PROT_READ;
  void *bytes = mmap(NULL, count, protection, MAP_SHARED | MAP_NORESERVE, file, 0);
  if (bytes == MAP_FAILED) {
    *error = errno;
    return NULL;
  }
  return bytes;
}

void ks_unmap(void *bytes, size_t count) { munmap(bytes, count); }

int ks_file_allocate(int file, int64_t offset, int64_t count) {
  int error;
  do error = posix_fallocate(file, offset, count);
  while (error == EINTR);
  return -error;
}

int ks_file_lock(int file) {
  while (flock(file, LOCK_EX) < 0)
    if (errno != EINTR) return -errno;
  return 0;
}
