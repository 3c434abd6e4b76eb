#ifndef KEYSTILE_CCRYPTO_SHIM_H
#define KEYSTILE_CCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/hmac.h>

#endif
