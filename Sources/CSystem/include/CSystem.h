/// Linux calls that Swift's Glibc module lacks, one header per subject.
/// `_GNU_SOURCE` is defined in the .c files only: in a header that Swift imports it breaks the build.
#ifndef KEYSTILE_CSYSTEM_H
#define KEYSTILE_CSYSTEM_H

#include "CSystemAtomics.h"
#include "CSystemCPU.h"
#include "CSystemChecksum.h"
#include "CSystemEpoll.h"
#include "CSystemFile.h"
#include "CSystemMapping.h"
#include "CSystemMemory.h"
#include "CSystemProcess.h"
#include "CSystemPseudoTerminal.h"
#include "CSystemSignal.h"
#include "CSystemSocket.h"
#include "CSystemTerminal.h"

#endif
