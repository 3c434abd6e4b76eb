#ifndef KEYSTILE_CSYSTEM_ATOMICS_H
#define KEYSTILE_CSYSTEM_ATOMICS_H

#include <stdbool.h>
#include <stdint.h>

/// Atomic operations on words of mapped files, shared with other processes.
/// Inline: each is one machine instruction.

static inline uint64_t ks_atomic_load(const uint64_t *word) {
  return __atomic_load_n(word, __ATOMIC_RELAXED);
}

static inline uint64_t ks_atomic_load_acquire(const uint64_t *word) {
  return __atomic_load_n(word, __ATOMIC_ACQUIRE);
}

static inline void ks_atomic_store(uint64_t *word, uint64_t value) {
  __atomic_store_n(word, value, __ATOMIC_RELAXED);
}

static inline void ks_atomic_store_release(uint64_t *word, uint64_t value) {
  __atomic_store_n(word, value, __ATOMIC_RELEASE);
}

/// Adds, and returns what was there before.
static inline uint64_t ks_atomic_add(uint64_t *word, uint64_t value) {
  return __atomic_fetch_add(word, value, __ATOMIC_RELAXED);
}

/// Puts `desired` in place of `*expected`; if something else is there, reads it into `*expected`.
static inline bool ks_atomic_exchange_if(uint64_t *word, uint64_t *expected, uint64_t desired) {
  return __atomic_compare_exchange_n(
      word, expected, desired, false, __ATOMIC_ACQ_REL, __ATOMIC_ACQUIRE);
}

/// No read before moves behind it, no read after moves before it.
static inline void ks_atomic_fence_acquire(void) { __atomic_thread_fence(__ATOMIC_ACQUIRE); }

/// No write after moves before it, no write before moves behind it.
static inline void ks_atomic_fence_release(void) { __atomic_thread_fence(__ATOMIC_RELEASE); }

#endif
