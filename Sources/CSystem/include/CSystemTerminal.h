#ifndef KEYSTILE_CSYSTEM_TERMINAL_H
#define KEYSTILE_CSYSTEM_TERMINAL_H

#include <stddef.h>

/// Longest reset string, in bytes.
enum { KS_TERMINAL_RESET_LIMIT_BYTES = 512 };
/// Most of the diverted standard error output that is shown again after leaving the screen.
enum { KS_TERMINAL_REPLAY_LIMIT_BYTES = 16 * 1024 };

/// Takes the process under guard: whatever kills it from now on, the terminal is given back first.
/// Call before the terminal's settings are changed: those it has now are the ones restored.
///
/// SEGV BUS ILL TRAP FPE ABRT SYS QUIT: resets, replays standard error, writes a backtrace, dies of
/// the signal. TERM HUP INT: the first one is written as a byte to `pipe`, the second
/// one resets and dies of it. A program that has hung can so still be ended cleanly.
/// Only calls that POSIX allows in a handler touch the terminal: write, tcsetattr.
///
/// `reset` is at most KS_TERMINAL_RESET_LIMIT_BYTES long. 0 or -errno.
int ks_terminal_guard_arm(int terminal, int pipe, const char *reset, size_t length);

/// Tells the guard where standard error was diverted from (-1: nowhere), the file it goes to and
/// that file's length when that began, so that its tail can be replayed; and the file for the
/// backtrace of a crash (-1: none), which nobody wants on a terminal.
void ks_terminal_guard_divert(int original, int file, long start, int backtrace_file);

/// Gives the signals back to the dispositions they had.
void ks_terminal_guard_disarm(void);

/// Copies the tail of `file`, from `start` on, to `target`. Safe in a signal handler.
void ks_terminal_replay(int file, long start, int target);

/// Stops the whole job as Ctrl-Z in a shell does, and returns when it is continued. Where there is
/// no shell to continue it (an orphaned process group) the system ignores the stop.
void ks_terminal_stop_job(void);

/// Runs a program in the foreground on `terminal` and waits for its end. Meanwhile keyboard signals
/// mean the program: INT and QUIT are ignored here, TSTP stops the whole job.
/// The wait status, or -errno when it could not be started.
int ks_terminal_run(int terminal, char *const arguments[], char *const environment[]);

/// The size of the terminal; 0 or -errno.
int ks_terminal_size(int terminal, int *columns, int *rows);

/// The bytes that can be read at once, or -errno.
int ks_terminal_readable(int terminal);

/// A new close-on-exec file in memory, or -errno.
int ks_memory_file(const char *name);

#endif
