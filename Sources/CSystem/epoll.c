#define _GNU_SOURCE
#include "CSystemEpoll.h"

#include <errno.h>
#include <fcntl.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <unistd.h>

_Static_assert(KS_EPOLL_READABLE == EPOLLIN, "value of EPOLLIN");
_Static_assert(KS_EPOLL_WRITABLE == EPOLLOUT, "value of EPOLLOUT");
_Static_assert(KS_EPOLL_ERROR == EPOLLERR, "value of EPOLLERR");
_Static_assert(KS_EPOLL_HANGUP == EPOLLHUP, "value of EPOLLHUP");
_Static_assert(KS_EPOLL_PEER_CLOSED == EPOLLRDHUP, "value of EPOLLRDHUP");

int ks_epoll_create(void) {
  int fd = epoll_create1(EPOLL_CLOEXEC);
  return fd < 0 ? -errno : fd;
}

static int control(int epoll, int operation, int fd, uint32_t events, uint64_t token) {
  struct epoll_event event = {.events = events, .data = {.u64 = token}};
  return epoll_ctl(epoll, operation, fd, &event) < 0 ? -errno : 0;
}

int ks_epoll_add(int epoll, int fd, uint32_t events, uint64_t token) {
  return control(epoll, EPOLL_CTL_ADD, fd, events, token);
}

int ks_epoll_modify(int epoll, int fd, uint32_t events, uint64_t token) {
  return control(epoll, EPOLL_CTL_MOD, fd, events, token);
}

int ks_epoll_remove(int epoll, int fd) { return control(epoll, EPOLL_CTL_DEL, fd, 0, 0); }

int ks_epoll_wait(int epoll, ks_epoll_event *events, int capacity, int timeout_ms) {
  struct epoll_event raw[KS_EPOLL_BATCH];
  if (capacity > KS_EPOLL_BATCH) capacity = KS_EPOLL_BATCH;
  int count = epoll_wait(epoll, raw, capacity, timeout_ms);
  if (count < 0) return -errno;
  for (int i = 0; i < count; i++) {
    events[i].token = raw[i].data.u64;
    events[i].events = raw[i].events;
  }
  return count;
}

int ks_eventfd_create(void) {
  int fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
  return fd < 0 ? -errno : fd;
}

void ks_eventfd_signal(int fd) {
  // EAGAIN means that the count is full: the reader will wake all the same.
  uint64_t one = 1;
  while (write(fd, &one, sizeof one) < 0 && errno == EINTR) continue;
}

void ks_eventfd_clear(int fd) {
  uint64_t count;
  while (read(fd, &count, sizeof count) < 0 && errno == EINTR) continue;
}

int ks_pipe_create(int *read_end, int *write_end) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) < 0) return -errno;
  *read_end = ends[0];
  *write_end = ends[1];
  return 0;
}
