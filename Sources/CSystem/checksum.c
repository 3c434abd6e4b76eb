#include "CSystemChecksum.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>

static uint32_t tables[8][256];
static pthread_once_t tables_once = PTHREAD_ONCE_INIT;

static void fill_tables(void) {
  const uint32_t polynomial = 0x82f63b78;
  for (uint32_t byte = 0; byte < 256; byte++) {
    uint32_t value = byte;
    for (int bit = 0; bit < 8; bit++) value = (value >> 1) ^ (value & 1 ? polynomial : 0);
    tables[0][byte] = value;
  }
  for (uint32_t byte = 0; byte < 256; byte++) {
    for (int table = 1; table < 8; table++) {
      uint32_t before = tables[table - 1][byte];
      tables[table][byte] = (before >> 8) ^ tables[0][before & 0xff];
    }
  }
}

uint32_t ks_crc32c_portable(uint32_t checksum, const void *bytes, size_t count) {
  pthread_once(&tables_once, fill_tables);
  const uint8_t *at = bytes;
  uint32_t value = ~checksum;
  for (; count >= 8; count -= 8, at += 8) {
    uint32_t low = value ^ ((uint32_t)at[0] | (uint32_t)at[1] << 8 | (uint32_t)at[2] << 16 |
                            (uint32_t)at[3] << 24);
    value = tables[7][low & 0xff] ^ tables[6][(low >> 8) & 0xff] ^ tables[5][(low >> 16) & 0xff] ^
            tables[4][low >> 24] ^ tables[3][at[4]] ^ tables[2][at[5]] ^ tables[1][at[6]] ^
            tables[0][at[7]];
  }
  for (; count > 0; count--, at++) value = (value >> 8) ^ tables[0][(value ^ *at) & 0xff];
  return ~value;
}

#if defined(__x86_64__)
__attribute__((target("sse4.2"))) static uint32_t crc32c_sse42(
    uint32_t checksum, const void *bytes, size_t count) {
  const uint8_t *at = bytes;
  uint64_t value = (uint32_t)~checksum;
  for (; count >= 8; count -= 8, at += 8) {
    uint64_t word;
    memcpy(&word, at, sizeof word);
    value = __builtin_ia32_crc32di(value, word);
  }
  uint32_t rest = (uint32_t)value;
  for (; count > 0; count--, at++) rest = __builtin_ia32_crc32qi(rest, *at);
  return ~rest;
}

uint32_t ks_crc32c(uint32_t checksum, const void *bytes, size_t count) {
  if (__builtin_cpu_supports("sse4.2")) return crc32c_sse42(checksum, bytes, count);
  return ks_crc32c_portable(checksum, bytes, count);
}
#else
uint32_t ks_crc32c(uint32_t checksum, const void *bytes, size_t count) {
  return ks_crc32c_portable(checksum, bytes, count);
}
#endif
