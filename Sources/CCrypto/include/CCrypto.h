// OpenSSL's libcrypto, opened when a document is signed or a signature is checked: see CLate.
#pragma once

#include <openssl/asn1.h>
#include <openssl/bio.h>
#include <openssl/cms.h>
#include <openssl/err.h>
#include <openssl/ess.h>
#include <openssl/evp.h>
#include <openssl/http.h>
#include <openssl/pem.h>
#include <openssl/pkcs12.h>
#include <openssl/provider.h>
#include <openssl/ts.h>
#include <openssl/x509.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>
#include <stdbool.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Opens libcrypto, once; may be called by several threads. False where it is not installed: no other function of
/// this module may be called then.
bool tamga_crypto_open(void);

/// Gives back a stack and a reference to each of its certificates.
void tamga_certificates_free(STACK_OF(X509) * stack);

/// The number of things in a stack of any type, and one of them.
int tamga_stack_count(const void *stack);
void *tamga_stack_value(const void *stack, int index);

#ifdef __cplusplus
}
#endif
