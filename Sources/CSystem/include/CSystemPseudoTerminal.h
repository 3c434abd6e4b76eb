#ifndef KEYSTILE_CSYSTEM_PSEUDO_TERMINAL_H
#define KEYSTILE_CSYSTEM_PSEUDO_TERMINAL_H

/// Longest path of the terminal's side, in bytes with its end.
enum { KS_PTY_PATH_LIMIT_BYTES = 64 };

/// A new non-blocking close-on-exec pseudo terminal of the given size.
/// `path` receives the name of the side a program sees. The other side, or -errno.
int ks_pty_open(int columns, int rows, char path[KS_PTY_PATH_LIMIT_BYTES]);

/// Gives the pseudo terminal another size, which tells the program in the foreground; 0 or -errno.
int ks_pty_resize(int pty, int columns, int rows);

/// Starts a program as the leader of a new session on the terminal at `path`, with that terminal as
/// its standard streams. `directory` may be NULL. It exits with 127 when it cannot be run.
/// Its process id, or -errno.
int ks_pty_start(
    const char *path, const char *directory, char *const arguments[], char *const environment[]);

/// A close-on-exec descriptor that is readable once the process has ended, or -errno.
int ks_process_descriptor(int pid);

#endif
