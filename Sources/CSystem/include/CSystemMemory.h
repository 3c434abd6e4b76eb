#ifndef KEYSTILE_CSYSTEM_MEMORY_H
#define KEYSTILE_CSYSTEM_MEMORY_H

/// Gives back memory that the process holds and does not use: freed blocks, and the pages of the
/// program and its libraries, of which only those in use come back. A program that has started needs
/// few of the pages it has started with.
void ks_memory_release(void);

/// Gives back freed blocks alone.
void ks_memory_trim(void);

#endif
