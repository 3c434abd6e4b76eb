#define _GNU_SOURCE
#include "CSystemFile.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <sys/inotify.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <time.h>
#include <unistd.h>

#define RETRY(call)                          \
  __extension__({                            \
    __typeof__(call) result_;                \
    do {                                     \
      result_ = (call);                      \
    } while (result_ < 0 && errno == EINTR); \
    result_ < 0 ? (__typeof__(call))-errno : result_; \
  })

int ks_directory_open(int directory, const char *name) {
  return RETRY(openat(directory, name, O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
}

int ks_directory_make(int directory, const char *name, mode_t mode) {
  return RETRY(mkdirat(directory, name, mode));
}

int ks_directory_sync_parent(const char *path) {
  char parent[PATH_MAX];
  size_t count = strlen(path);
  while (count > 0 && path[count - 1] == '/') count--;
  while (count > 0 && path[count - 1] != '/') count--;
  if (count >= sizeof parent) return -ENAMETOOLONG;
  memcpy(parent, path, count);
  if (count == 0) parent[count++] = '.';
  parent[count] = 0;
  int directory = RETRY(openat(AT_FDCWD, parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (directory < 0) return directory;
  int result = ks_file_sync(directory);
  close(directory);
  return result;
}

int ks_directory_list(int directory, void *context, void (*visit)(void *, const char *)) {
  int own = RETRY(openat(directory, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC));
  if (own < 0) return own;
  DIR *stream = fdopendir(own);
  if (stream == NULL) {
    int error = errno;
    close(own);
    return -error;
  }
  errno = 0;
  for (struct dirent *entry; (entry = readdir(stream)) != NULL; errno = 0) {
    if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0) {
      visit(context, entry->d_name);
    }
  }
  int error = errno;
  closedir(stream);
  return -error;
}

int ks_file_open(int directory, const char *name, bool write, bool create) {
  int flags = O_NOFOLLOW | O_CLOEXEC | O_NONBLOCK | (write ? O_RDWR : O_RDONLY);
  if (create) flags |= O_CREAT | O_EXCL;
  return RETRY(openat(directory, name, flags, 0600));
}

int ks_file_rename(int directory, const char *from, const char *to) {
  return RETRY(renameat(directory, from, directory, to));
}

int ks_file_remove(int directory, const char *name) { return RETRY(unlinkat(directory, name, 0)); }

void ks_file_close(int file) { close(file); }

ssize_t ks_file_read(int file, void *bytes, size_t count, int64_t offset) {
  return RETRY(pread(file, bytes, count, offset));
}

ssize_t ks_file_write(int file, const void *bytes, size_t count, int64_t offset) {
  return RETRY(pwrite(file, bytes, count, offset));
}

int ks_file_truncate(int file, int64_t size_bytes) { return RETRY(ftruncate(file, size_bytes)); }

// A sync that was interrupted may have consumed the error it would have reported, so these two are
// never repeated.
int ks_file_sync(int file) { return fsync(file) == 0 ? 0 : -errno; }

int ks_file_sync_data(int file) { return fdatasync(file) == 0 ? 0 : -errno; }

int ks_file_get_status(int file, ks_file_status *status) {
  struct stat found;
  int result = RETRY(fstat(file, &found));
  if (result < 0) return result;
  status->inode = found.st_ino;
  status->size_bytes = found.st_size;
  status->mode_bits = found.st_mode & 07777;
  status->owner = found.st_uid;
  status->link_count = found.st_nlink;
  status->is_regular = S_ISREG(found.st_mode);
  status->is_directory = S_ISDIR(found.st_mode);
  return 0;
}

int ks_file_try_lock(int file) {
  int result = RETRY(flock(file, LOCK_EX | LOCK_NB));
  if (result == 0) return 1;
  return result == -EWOULDBLOCK ? 0 : result;
}

int ks_file_unlock(int file) { return RETRY(flock(file, LOCK_UN)); }

int ks_file_is_remote(int file) {
  static const uint32_t remote[] = {
      0x00006969,  // NFS
      0xff534d42,  // CIFS
      0xfe534d42,  // SMB2
      0x0000517b,  // SMB
      0x65735546,  // FUSE
      0x01021997,  // 9P
      0x00c36400,  // Ceph
      0x5346414f,  // AFS
      0x73757245,  // Coda
  };
  struct statfs found;
  int result = RETRY(fstatfs(file, &found));
  if (result < 0) return result;
  for (size_t index = 0; index < sizeof remote / sizeof remote[0]; index++) {
    if ((uint32_t)found.f_type == remote[index]) return 1;
  }
  return 0;
}

int ks_watch_open(void) { return RETRY(inotify_init1(IN_NONBLOCK | IN_CLOEXEC)); }

int ks_watch_add(int watch, const char *path, bool writes) {
  uint32_t mask = IN_CREATE | IN_MOVED_TO | IN_ONLYDIR | (writes ? IN_MODIFY : 0);
  return RETRY(inotify_add_watch(watch, path, mask));
}

int ks_watch_drain(int watch) {
  _Alignas(struct inotify_event) char buffer[16384];
  int found = 0;
  for (;;) {
    ssize_t count = RETRY(read(watch, buffer, sizeof buffer));
    if (count == -EAGAIN || count == 0) return found;
    if (count < 0) return (int)count;
    if (found == 0) found = 1;
    for (char *at = buffer; at < buffer + count;) {
      const struct inotify_event *event = (const struct inotify_event *)at;
      if (event->mask & IN_Q_OVERFLOW) found = 2;
      at += sizeof *event + event->len;
    }
  }
}

void ks_pause(int64_t nanoseconds) {
  struct timespec length = {.tv_sec = 0, .tv_nsec = nanoseconds};
  nanosleep(&length, NULL);
}

int64_t ks_monotonic_nanoseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (int64_t)now.tv_sec * 1000000000 + now.tv_nsec;
}

int64_t ks_realtime_microseconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_REALTIME, &now);
  return (int64_t)now.tv_sec * 1000000 + now.tv_nsec / 1000;
}

void ks_host_name(char *name, size_t count) {
  if (count == 0) return;
  if (gethostname(name, count) != 0) name[0] = 0;
  name[count - 1] = 0;
}

int ks_random(void *bytes, size_t count) {
  for (char *at = bytes; count > 0;) {
    ssize_t got = RETRY(getrandom(at, count, 0));
    if (got < 0) return (int)got;
    at += got;
    count -= (size_t)got;
  }
  return 0;
}
