#ifndef KEYSTILE_CYAML_SHIM_H
#define KEYSTILE_CYAML_SHIM_H

#include <yaml.h>

#endif
