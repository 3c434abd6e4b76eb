#ifndef KEYSTILE_CCURL_SHIM_H
#define KEYSTILE_CCURL_SHIM_H

#include <curl/curl.h>

#endif
