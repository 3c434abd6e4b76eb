#ifndef KEYSTILE_CHTTPPARSER_SHIM_H
#define KEYSTILE_CHTTPPARSER_SHIM_H

#include <http_parser.h>

#endif
