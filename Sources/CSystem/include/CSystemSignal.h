#ifndef KEYSTILE_CSYSTEM_SIGNAL_H
#define KEYSTILE_CSYSTEM_SIGNAL_H

/// From now on each arrival of signal `number` writes that number as one byte to `fd`, a
/// non-blocking pipe. A pipe and not a signalfd: a signalfd needs the signal blocked in every
/// thread, and blocked signals are inherited by every program started from here.
/// 0, or -errno (EBUSY: another pipe has this signal).
int ks_signal_watch(int number, int fd);

/// Gives signal `number` back to the disposition it had before `ks_signal_watch`.
void ks_signal_unwatch(int number);

#endif
