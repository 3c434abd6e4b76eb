#define _GNU_SOURCE
#include "CSystemProcess.h"

#include <errno.h>
#include <sys/prctl.h>

int ks_process_seal(void) { return prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0 ? 0 : -errno; }
