#define _GNU_SOURCE
#include "CSystemSignal.h"

#include <errno.h>
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

enum { SIGNAL_COUNT = 65 };

// The pipe of each signal plus one, so that the zero of static storage means "none".
static atomic_int pipes[SIGNAL_COUNT];
static struct sigaction previous[SIGNAL_COUNT];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void deliver(int number) {
  int saved = errno;
  int fd = atomic_load(&pipes[number]) - 1;
  // A full pipe already wakes the reader; the byte that does not fit is one of many equal ones.
  unsigned char byte = (unsigned char)number;
  if (fd >= 0 && write(fd, &byte, 1) < 0) errno = saved;
  errno = saved;
}

int ks_signal_watch(int number, int fd) {
  if (number <= 0 || number >= SIGNAL_COUNT) return -EINVAL;
  pthread_mutex_lock(&lock);
  int result = 0;
  if (atomic_load(&pipes[number]) != 0) {
    result = -EBUSY;
  } else {
    struct sigaction action = {.sa_handler = deliver, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    atomic_store(&pipes[number], fd + 1);
    if (sigaction(number, &action, &previous[number]) < 0) {
      result = -errno;
      atomic_store(&pipes[number], 0);
    }
  }
  pthread_mutex_unlock(&lock);
  return result;
}

void ks_signal_unwatch(int number) {
  if (number <= 0 || number >= SIGNAL_COUNT) return;
  pthread_mutex_lock(&lock);
  if (atomic_load(&pipes[number]) != 0) {
    sigaction(number, &previous[number], NULL);
    atomic_store(&pipes[number], 0);
  }
  pthread_mutex_unlock(&lock);
}
