#ifndef KEYSTILE_CSYSTEM_CPU_H
#define KEYSTILE_CSYSTEM_CPU_H

/// The processors this process may run on, at least 1.
int ks_processor_count(void);

#endif
