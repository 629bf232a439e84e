// What the verdict core has in a browser in the place of swift-crypto, zlib and Foundation.
#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// By C sources that are linked in: BoringSSL out of swift-crypto, and libdeflate.

/// Writes the 32 bytes of SHA-256.
void tamga_sha256(const uint8_t *bytes, size_t count, uint8_t *sum);
/// 1 when the signature (64 bytes) holds by the Ed25519 key (32 bytes).
int32_t tamga_ed25519(const uint8_t *message, size_t count, const uint8_t *signature, const uint8_t *key);
/// Bytes written, or -1 when the stream is broken or has bytes after its end, or -2 when `room` is too small.
ptrdiff_t tamga_inflate(const uint8_t *stream, size_t count, uint8_t *out, size_t room);

// By the page's script.
#define HOST(name) __attribute__((import_module("host"), import_name(name)))

/// 1 when the key (x, y: 64 bytes) is a point of P-256.
HOST("is_p256") int32_t host_is_p256(const uint8_t *key);
/// 1 when the signature (r, s: 64 bytes) holds by that key.
HOST("p256") int32_t host_p256(
    const uint8_t *message, size_t count, const uint8_t *signature, const uint8_t *key);
/// Seconds east of UTC in a zone of the IANA data; INT32_MIN for a name that they do not have.
HOST("offset") int32_t host_offset(const uint8_t *zone, size_t count, int64_t moment);
/// Fills with random bytes: seeds of hash tables.
HOST("random") void host_random(uint8_t *bytes, size_t count);
/// The answer to the page's question, in UTF-8.
HOST("answer") void host_answer(const uint8_t *bytes, size_t count);

#ifdef __cplusplus
}
#endif
