// Ed25519 and SHA-2 from the source that the native build compiles, in one piece: nothing else of BoringSSL
// is linked.
#include <CCryptoBoringSSL_mem.h>
#include <stdlib.h>

#include "CWeb.h"
#include "crypto/internal.h"
// After what they need.
#include "crypto/curve25519/curve25519.cc"
#include "crypto/fipsmodule/sha/sha256.cc.inc"
#include "crypto/fipsmodule/sha/sha512.cc.inc"

extern "C" {

void tamga_sha256(const uint8_t *bytes, size_t count, uint8_t *sum) {
  SHA256_CTX hash;
  BCM_sha256_init(&hash);
  BCM_sha256_update(&hash, bytes, count);
  BCM_sha256_final(sum, &hash);
}

int32_t tamga_ed25519(const uint8_t *message, size_t count, const uint8_t *signature, const uint8_t *key) {
  return ED25519_verify(message, count, signature, key);
}

// The names that these sources ask for besides.

int CRYPTO_memcmp(const void *a, const void *b, size_t count) {
  const uint8_t *left = (const uint8_t *)a, *right = (const uint8_t *)b;
  uint8_t difference = 0;
  for (size_t i = 0; i < count; i++) difference |= left[i] ^ right[i];
  return difference;
}

void OPENSSL_cleanse(void *bytes, size_t count) { memset(bytes, 0, count); }

// Only the making of keys draws bytes, and nothing here makes keys.
int RAND_bytes(uint8_t *, size_t) { abort(); }

// The C library's own writes a sentence, which brings all of printf; nobody reads it here.
void __assert_fail(const char *, const char *, int, const char *) { abort(); }

int SHA512_Init(SHA512_CTX *hash) { return BCM_sha512_init(hash), 1; }
int SHA512_Update(SHA512_CTX *hash, const void *bytes, size_t count) {
  return BCM_sha512_update(hash, bytes, count), 1;
}
int SHA512_Final(uint8_t sum[64], SHA512_CTX *hash) { return BCM_sha512_final(sum, hash), 1; }
uint8_t *SHA512(const uint8_t *bytes, size_t count, uint8_t sum[64]) {
  SHA512_CTX hash;
  SHA512_Init(&hash);
  SHA512_Update(&hash, bytes, count);
  SHA512_Final(sum, &hash);
  return sum;
}

}  // extern "C"
