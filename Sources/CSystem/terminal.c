#define _GNU_SOURCE
#include "CSystemTerminal.h"

#include <errno.h>
#include <execinfo.h>
#include <fcntl.h>
#include <signal.h>
#include <spawn.h>
#include <stdatomic.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

static const int fatal_signals[] = {
    SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGFPE, SIGABRT, SIGSYS, SIGQUIT};
// Those that end a process unless it handles them.
static const int ending_signals[] = {
    SIGTERM, SIGHUP, SIGINT, SIGUSR1, SIGUSR2, SIGALRM, SIGVTALRM, SIGPROF, SIGXCPU};
enum {
  FATAL_COUNT = sizeof fatal_signals / sizeof *fatal_signals,
  ENDING_COUNT = sizeof ending_signals / sizeof *ending_signals,
  BACKTRACE_LIMIT_FRAMES = 64,
  HANDLER_STACK_BYTES = 64 * 1024,
};

// All the handlers need, set before they are installed.
static struct {
  int terminal;
  int pipe;
  struct termios settings;
  char reset[KS_TERMINAL_RESET_LIMIT_BYTES];
  size_t reset_length;
  int stderr_original;
  int stderr_file;
  long stderr_start;
  int backtrace_file;
} guard = {
    .terminal = -1,
    .pipe = -1,
    .stderr_original = -1,
    .stderr_file = -1,
    .backtrace_file = -1,
};

static atomic_int guard_armed;
static atomic_int end_requested;
static struct sigaction fatal_previous[FATAL_COUNT];
static struct sigaction ending_previous[ENDING_COUNT];
static char handler_stack[HANDLER_STACK_BYTES];

static void write_all(int fd, const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(fd, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

void ks_terminal_replay(int file, long start, int target) {
  char buffer[1024];
  struct stat status;
  if (fstat(file, &status) < 0) return;
  off_t offset = start;
  if (status.st_size - offset > KS_TERMINAL_REPLAY_LIMIT_BYTES) {
    offset = status.st_size - KS_TERMINAL_REPLAY_LIMIT_BYTES;
  }
  ssize_t count;
  while ((count = pread(file, buffer, sizeof buffer, offset)) > 0) {
    write_all(target, buffer, (size_t)count);
    offset += count;
  }
}

// Gives the terminal back, once, whichever threads die of whatever at the same time.
static void give_back(int number) {
  if (!atomic_exchange(&guard_armed, 0)) return;
  // A background job may not set the terminal; it shall not be stopped for trying.
  signal(SIGTTOU, SIG_IGN);
  write_all(guard.terminal, guard.reset, guard.reset_length);
  tcsetattr(guard.terminal, TCSANOW, &guard.settings);
  if (guard.stderr_original >= 0) {
    ks_terminal_replay(guard.stderr_file, guard.stderr_start, guard.stderr_original);
  }
  for (int index = 0; index < FATAL_COUNT && guard.backtrace_file >= 0; index++) {
    if (fatal_signals[index] != number) continue;
    void *frames[BACKTRACE_LIMIT_FRAMES];
    backtrace_symbols_fd(
        frames, backtrace(frames, BACKTRACE_LIMIT_FRAMES), guard.backtrace_file);
  }
}

static void die(int number) {
  give_back(number);
  signal(number, SIG_DFL);
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  pthread_sigmask(SIG_UNBLOCK, &set, NULL);
  raise(number);
}

static void request_end(int number) {
  int saved = errno;
  if (atomic_exchange(&end_requested, 1)) die(number);
  unsigned char byte = (unsigned char)number;
  if (write(guard.pipe, &byte, 1) < 0 && errno != EAGAIN) die(number);
  errno = saved;
}

int ks_terminal_guard_arm(int terminal, int pipe, const char *reset, size_t length) {
  if (length > sizeof guard.reset) return -EINVAL;
  if (atomic_load(&guard_armed)) return -EBUSY;
  if (tcgetattr(terminal, &guard.settings) < 0) return -errno;
  guard.terminal = terminal;
  guard.pipe = pipe;
  memcpy(guard.reset, reset, length);
  guard.reset_length = length;
  atomic_store(&end_requested, 0);
  // The first call loads a library, which a handler must not do.
  void *frame[1];
  backtrace(frame, 1);
  // A stack overflow leaves no stack for the handler but this one.
  stack_t stack = {.ss_sp = handler_stack, .ss_size = sizeof handler_stack};
  sigaltstack(&stack, NULL);
  atomic_store(&guard_armed, 1);
  struct sigaction fatal = {.sa_handler = die, .sa_flags = SA_RESETHAND | SA_ONSTACK | SA_NODEFER};
  sigemptyset(&fatal.sa_mask);
  for (int index = 0; index < FATAL_COUNT; index++) {
    sigaction(fatal_signals[index], &fatal, &fatal_previous[index]);
  }
  struct sigaction ending = {.sa_handler = request_end, .sa_flags = SA_RESTART};
  sigemptyset(&ending.sa_mask);
  for (int index = 0; index < ENDING_COUNT; index++) {
    sigaction(ending_signals[index], &ending, &ending_previous[index]);
  }
  return 0;
}

void ks_terminal_guard_divert(int original, int file, long start, int backtrace_file) {
  guard.stderr_original = original;
  guard.stderr_file = file;
  guard.stderr_start = start;
  guard.backtrace_file = backtrace_file;
}

void ks_terminal_guard_disarm(void) {
  if (!atomic_exchange(&guard_armed, 0)) return;
  for (int index = 0; index < FATAL_COUNT; index++) {
    sigaction(fatal_signals[index], &fatal_previous[index], NULL);
  }
  for (int index = 0; index < ENDING_COUNT; index++) {
    sigaction(ending_signals[index], &ending_previous[index], NULL);
  }
  ks_terminal_guard_divert(-1, -1, 0, -1);
}

void ks_terminal_stop_job(void) {
  struct sigaction plain = {.sa_handler = SIG_DFL}, previous;
  sigset_t set, mask;
  sigemptyset(&plain.sa_mask);
  sigemptyset(&set);
  sigaddset(&set, SIGTSTP);
  sigaction(SIGTSTP, &plain, &previous);
  pthread_sigmask(SIG_UNBLOCK, &set, &mask);
  kill(0, SIGTSTP);
  pthread_sigmask(SIG_SETMASK, &mask, NULL);
  sigaction(SIGTSTP, &previous, NULL);
}

// Starts the program with every signal as a program expects it, on the terminal.
static int start(pid_t *pid, int terminal, char *const arguments[], char *const environment[]) {
  posix_spawnattr_t attributes;
  posix_spawn_file_actions_t actions;
  sigset_t all, none;
  sigfillset(&all);
  sigemptyset(&none);
  posix_spawnattr_init(&attributes);
  posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK);
  posix_spawnattr_setsigdefault(&attributes, &all);
  posix_spawnattr_setsigmask(&attributes, &none);
  posix_spawn_file_actions_init(&actions);
  for (int fd = 0; fd <= 2; fd++) posix_spawn_file_actions_adddup2(&actions, terminal, fd);
  int result = posix_spawnp(pid, arguments[0], &actions, &attributes, arguments, environment);
  posix_spawn_file_actions_destroy(&actions);
  posix_spawnattr_destroy(&attributes);
  return -result;
}

int ks_terminal_run(int terminal, char *const arguments[], char *const environment[]) {
  struct sigaction ignore = {.sa_handler = SIG_IGN}, plain = {.sa_handler = SIG_DFL};
  struct sigaction interrupt, quit, stop;
  sigemptyset(&ignore.sa_mask);
  sigemptyset(&plain.sa_mask);
  sigaction(SIGINT, &ignore, &interrupt);
  sigaction(SIGQUIT, &ignore, &quit);
  sigaction(SIGTSTP, &plain, &stop);
  pid_t pid = 0;
  int status = start(&pid, terminal, arguments, environment);
  if (status == 0) {
    while (waitpid(pid, &status, 0) < 0) {
      if (errno == EINTR) continue;
      status = -errno;
      break;
    }
  }
  sigaction(SIGINT, &interrupt, NULL);
  sigaction(SIGQUIT, &quit, NULL);
  sigaction(SIGTSTP, &stop, NULL);
  return status;
}

int ks_terminal_size(int terminal, int *columns, int *rows) {
  struct winsize size;
  if (ioctl(terminal, TIOCGWINSZ, &size) < 0) return -errno;
  *columns = size.ws_col;
  *rows = size.ws_row;
  return 0;
}

int ks_terminal_readable(int terminal) {
  int count = 0;
  return ioctl(terminal, FIONREAD, &count) < 0 ? -errno : count;
}

int ks_memory_file(const char *name) {
  int fd = memfd_create(name, MFD_CLOEXEC);
  return fd < 0 ? -errno : fd;
}
