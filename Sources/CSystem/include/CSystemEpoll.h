#ifndef KEYSTILE_CSYSTEM_EPOLL_H
#define KEYSTILE_CSYSTEM_EPOLL_H

#include <stdint.h>

/// Readiness and interest bits; the values are those of EPOLL* (checked in epoll.c).
enum {
  KS_EPOLL_READABLE = 0x001,
  KS_EPOLL_WRITABLE = 0x004,
  KS_EPOLL_ERROR = 0x008,
  KS_EPOLL_HANGUP = 0x010,
  KS_EPOLL_PEER_CLOSED = 0x2000,
};

/// One readiness report. Not `struct epoll_event`: that one is packed on x86-64.
typedef struct {
  uint64_t token;
  uint32_t events;
} ks_epoll_event;

/// Most events one wait reports, so that the conversion needs no heap.
enum { KS_EPOLL_BATCH = 256 };

/// A new close-on-exec epoll descriptor, or -errno.
int ks_epoll_create(void);

/// Start, change and end watching `fd`; 0 or -errno.
int ks_epoll_add(int epoll, int fd, uint32_t events, uint64_t token);
int ks_epoll_modify(int epoll, int fd, uint32_t events, uint64_t token);
int ks_epoll_remove(int epoll, int fd);

/// Waits `timeout_ms` (-1: without end) and fills at most KS_EPOLL_BATCH events.
/// The number of events, or -errno.
int ks_epoll_wait(int epoll, ks_epoll_event *events, int capacity, int timeout_ms);

/// A new non-blocking close-on-exec eventfd with count 0, or -errno.
int ks_eventfd_create(void);

/// Adds one to the count. Safe from any thread and from a signal handler.
void ks_eventfd_signal(int fd);

/// Sets the count back to 0.
void ks_eventfd_clear(int fd);

/// A new non-blocking close-on-exec pipe; 0 or -errno.
int ks_pipe_create(int *read_end, int *write_end);

#endif
