#define _GNU_SOURCE
#include "CSystemPseudoTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { HIGHEST_SIGNAL = 64 };

int ks_pty_open(int columns, int rows, char path[KS_PTY_PATH_LIMIT_BYTES]) {
  int pty = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK);
  if (pty < 0) return -errno;
  int result = 0;
  if (grantpt(pty) < 0 || unlockpt(pty) < 0) result = -errno;
  if (result == 0) result = -ptsname_r(pty, path, KS_PTY_PATH_LIMIT_BYTES);
  if (result == 0) result = ks_pty_resize(pty, columns, rows);
  if (result == 0) return pty;
  close(pty);
  return result;
}

int ks_pty_resize(int pty, int columns, int rows) {
  struct winsize size = {.ws_col = (unsigned short)columns, .ws_row = (unsigned short)rows};
  return ioctl(pty, TIOCSWINSZ, &size) < 0 ? -errno : 0;
}

// Runs between fork and exec of a process with threads: calls safe in a handler only.
static void become(
    const char *path, const char *directory, char *const arguments[], char *const environment[]) {
  setsid();
  int terminal = open(path, O_RDWR);
  if (terminal < 0 || ioctl(terminal, TIOCSCTTY, 0) < 0) _exit(127);
  for (int fd = 0; fd <= 2; fd++) dup2(terminal, fd);
  close_range(3, ~0U, 0);
  for (int number = 1; number <= HIGHEST_SIGNAL; number++) signal(number, SIG_DFL);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  if (directory != NULL && chdir(directory) < 0) _exit(127);
  execvpe(arguments[0], arguments, environment);
  _exit(127);
}

int ks_pty_start(
    const char *path, const char *directory, char *const arguments[], char *const environment[]) {
  pid_t pid = fork();
  if (pid == 0) become(path, directory, arguments, environment);
  return pid < 0 ? -errno : pid;
}

int ks_process_descriptor(int pid) {
  int fd = (int)syscall(SYS_pidfd_open, pid, 0);
  return fd < 0 ? -errno : fd;
}
