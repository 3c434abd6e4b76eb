#ifndef KEYSTILE_CCRYPTO_SHIM_H
#define KEYSTILE_CCRYPTO_SHIM_H

#include <openssl/evp.h>
#include <openssl/rand.h>
#include <openssl/hmac.h>
#include <openssl/pem.h>
#include <openssl/rsa.h>
#include <openssl/x509.h>

/* EVP_RSA_gen is a macro over a variadic function, BIO_get_mem_data a macro with a cast. */
static inline EVP_PKEY *keystile_rsa_key(unsigned bits) { return EVP_RSA_gen(bits); }

static inline long keystile_bio_bytes(BIO *bio, char **bytes) {
  return BIO_get_mem_data(bio, bytes);
}

#endif
