#ifndef KEYSTILE_CSYSTEM_PROCESS_H
#define KEYSTILE_CSYSTEM_PROCESS_H

/// Keeps what the process holds to the process: no core file of it is written, and other programs of the
/// same user can neither trace it nor read its memory. Programs it starts are not bound by it.
/// 0, or a negated errno.
int ks_process_seal(void);

#endif
