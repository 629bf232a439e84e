#include "CCrypto.h"

#include <stdatomic.h>

#include "CLate.h"

static _Atomic(void *) library;

bool tamga_crypto_open(void) {
  static const char *const names[] = {"libcrypto.so.3", NULL};
  if (!atomic_load(&library)) atomic_store(&library, tamga_late_open(names));
  return atomic_load(&library);
}

#define CRYPTO(result, name, parameters, arguments) TAMGA_LATE(library, result, name, parameters, arguments)

// Errors.
CRYPTO(unsigned long, ERR_peek_last_error, (void), ())
CRYPTO(void, ERR_error_string_n, (unsigned long e, char *text, size_t size), (e, text, size))
CRYPTO(void, ERR_clear_error, (void), ())

// Values of ASN.1.
CRYPTO(int, ASN1_STRING_set, (ASN1_STRING * s, const void *data, int size), (s, data, size))
CRYPTO(const unsigned char *, ASN1_STRING_get0_data, (const ASN1_STRING *s), (s))
CRYPTO(int, ASN1_STRING_length, (const ASN1_STRING *s), (s))
CRYPTO(int, ASN1_STRING_to_UTF8, (unsigned char **out, const ASN1_STRING *s), (out, s))
CRYPTO(ASN1_TIME *, ASN1_TIME_set, (ASN1_TIME * s, time_t t), (s, t))
CRYPTO(
    int, ASN1_TIME_diff, (int *days, int *seconds, const ASN1_TIME *from, const ASN1_TIME *to),
    (days, seconds, from, to))
// ASN1_TIME_free is that of every string.
CRYPTO(void, ASN1_STRING_free, (ASN1_STRING * s), (s))
CRYPTO(ASN1_INTEGER *, ASN1_INTEGER_new, (void), ())
CRYPTO(void, ASN1_INTEGER_free, (ASN1_INTEGER * a), (a))
CRYPTO(int, ASN1_INTEGER_set_uint64, (ASN1_INTEGER * a, uint64_t value), (a, value))
CRYPTO(long, ASN1_INTEGER_get, (const ASN1_INTEGER *a), (a))
CRYPTO(ASN1_OBJECT *, OBJ_nid2obj, (int n), (n))
CRYPTO(int, OBJ_obj2nid, (const ASN1_OBJECT *o), (o))
CRYPTO(void, CRYPTO_free, (void *p, const char *file, int line), (p, file, line))

// Stacks.
CRYPTO(int, OPENSSL_sk_num, (const OPENSSL_STACK *s), (s))
CRYPTO(void *, OPENSSL_sk_value, (const OPENSSL_STACK *s, int i), (s, i))
CRYPTO(OPENSSL_STACK *, OPENSSL_sk_new_null, (void), ())
CRYPTO(int, OPENSSL_sk_push, (OPENSSL_STACK * s, const void *one), (s, one))
CRYPTO(void, OPENSSL_sk_free, (OPENSSL_STACK * s), (s))
CRYPTO(void, OPENSSL_sk_pop_free, (OPENSSL_STACK * s, void (*f)(void *)), (s, f))

int tamga_stack_count(const void *stack) { return OPENSSL_sk_num((const OPENSSL_STACK *)stack); }

void *tamga_stack_value(const void *stack, int index) {
  return OPENSSL_sk_value((const OPENSSL_STACK *)stack, index);
}

// Keys and digests.
CRYPTO(void, EVP_PKEY_free, (EVP_PKEY * key), (key))
CRYPTO(int, EVP_PKEY_get_base_id, (const EVP_PKEY *key), (key))
CRYPTO(int, EVP_PKEY_get_bits, (const EVP_PKEY *key), (key))
CRYPTO(const EVP_MD *, EVP_sha256, (void), ())
CRYPTO(EVP_MD_CTX *, EVP_MD_CTX_new, (void), ())
CRYPTO(void, EVP_MD_CTX_free, (EVP_MD_CTX * c), (c))
CRYPTO(
    int, EVP_DigestSignInit,
    (EVP_MD_CTX * c, EVP_PKEY_CTX **p, const EVP_MD *type, ENGINE *engine, EVP_PKEY *key), (c, p, type, engine, key))
CRYPTO(
    int, EVP_DigestSign,
    (EVP_MD_CTX * c, unsigned char *out, size_t *size, const unsigned char *bytes, size_t count),
    (c, out, size, bytes, count))
CRYPTO(
    int, EVP_DigestVerifyInit,
    (EVP_MD_CTX * c, EVP_PKEY_CTX **p, const EVP_MD *type, ENGINE *engine, EVP_PKEY *key), (c, p, type, engine, key))
CRYPTO(
    int, EVP_DigestVerify,
    (EVP_MD_CTX * c, const unsigned char *signature, size_t size, const unsigned char *bytes, size_t count),
    (c, signature, size, bytes, count))
CRYPTO(
    int, EVP_Digest,
    (const void *bytes, size_t count, unsigned char *out, unsigned int *size, const EVP_MD *type, ENGINE *engine),
    (bytes, count, out, size, type, engine))

// Files of keys.
CRYPTO(OSSL_PROVIDER *, OSSL_PROVIDER_try_load, (OSSL_LIB_CTX * c, const char *name, int keep), (c, name, keep))
CRYPTO(PKCS12 *, d2i_PKCS12, (PKCS12 * *p, const unsigned char **in, long size), (p, in, size))
CRYPTO(void, PKCS12_free, (PKCS12 * p), (p))
CRYPTO(int, PKCS12_verify_mac, (PKCS12 * p, const char *word, int size), (p, word, size))
CRYPTO(
    int, PKCS12_parse, (PKCS12 * p, const char *word, EVP_PKEY **key, X509 **certificate, STACK_OF(X509) * *chain),
    (p, word, key, certificate, chain))

// Certificates.
CRYPTO(X509 *, d2i_X509, (X509 * *x, const unsigned char **in, long size), (x, in, size))
CRYPTO(int, i2d_X509, (const X509 *x, unsigned char **out), (x, out))
CRYPTO(X509 *, PEM_read_bio_X509, (BIO * b, X509 **x, pem_password_cb *cb, void *u), (b, x, cb, u))
CRYPTO(void, X509_free, (X509 * x), (x))
CRYPTO(int, X509_check_private_key, (const X509 *x, const EVP_PKEY *key), (x, key))
CRYPTO(EVP_PKEY *, X509_get_pubkey, (X509 * x), (x))
CRYPTO(ASN1_BIT_STRING *, X509_get0_pubkey_bitstr, (const X509 *x), (x))
CRYPTO(const ASN1_TIME *, X509_get0_notBefore, (const X509 *x), (x))
CRYPTO(const ASN1_TIME *, X509_get0_notAfter, (const X509 *x), (x))
CRYPTO(const ASN1_INTEGER *, X509_get0_serialNumber, (const X509 *x), (x))
CRYPTO(X509_NAME *, X509_get_subject_name, (const X509 *x), (x))
CRYPTO(uint32_t, X509_get_key_usage, (X509 * x), (x))
CRYPTO(int, X509_NAME_get_index_by_NID, (const X509_NAME *n, int nid, int last), (n, nid, last))
CRYPTO(X509_NAME_ENTRY *, X509_NAME_get_entry, (const X509_NAME *n, int place), (n, place))
CRYPTO(ASN1_STRING *, X509_NAME_ENTRY_get_data, (const X509_NAME_ENTRY *e), (e))
CRYPTO(X509_ALGOR *, X509_ALGOR_new, (void), ())
CRYPTO(void, X509_ALGOR_free, (X509_ALGOR * a), (a))
CRYPTO(int, X509_ALGOR_set0, (X509_ALGOR * a, ASN1_OBJECT *o, int type, void *value), (a, o, type, value))
CRYPTO(
    void, X509_ALGOR_get0, (const ASN1_OBJECT **o, int *type, const void **value, const X509_ALGOR *a),
    (o, type, value, a))

// Chains.
CRYPTO(X509_STORE *, X509_STORE_new, (void), ())
CRYPTO(void, X509_STORE_free, (X509_STORE * s), (s))
CRYPTO(int, X509_STORE_add_cert, (X509_STORE * s, X509 *x), (s, x))
CRYPTO(int, X509_STORE_set_flags, (X509_STORE * s, unsigned long flags), (s, flags))
CRYPTO(X509_STORE_CTX *, X509_STORE_CTX_new, (void), ())
CRYPTO(void, X509_STORE_CTX_free, (X509_STORE_CTX * c), (c))
CRYPTO(
    int, X509_STORE_CTX_init, (X509_STORE_CTX * c, X509_STORE *s, X509 *x, STACK_OF(X509) * others), (c, s, x, others))
CRYPTO(int, X509_verify_cert, (X509_STORE_CTX * c), (c))
CRYPTO(STACK_OF(X509) *, X509_STORE_CTX_get0_chain, (const X509_STORE_CTX *c), (c))

static void one_free(void *certificate) { X509_free(certificate); }

void tamga_certificates_free(STACK_OF(X509) * stack) { OPENSSL_sk_pop_free((OPENSSL_STACK *)stack, one_free); }

// Bytes as a source.
CRYPTO(BIO *, BIO_new_mem_buf, (const void *bytes, int size), (bytes, size))
CRYPTO(int, BIO_read, (BIO * b, void *data, int size), (b, data, size))
CRYPTO(int, BIO_free, (BIO * b), (b))

// CMS (RFC 5652).
CRYPTO(
    CMS_ContentInfo *, CMS_sign,
    (X509 * x, EVP_PKEY *key, STACK_OF(X509) * chain, BIO *data, unsigned int flags), (x, key, chain, data, flags))
CRYPTO(void, CMS_ContentInfo_free, (CMS_ContentInfo * c), (c))
CRYPTO(
    CMS_SignerInfo *, CMS_add1_signer,
    (CMS_ContentInfo * c, X509 *x, EVP_PKEY *key, const EVP_MD *type, unsigned int flags), (c, x, key, type, flags))
CRYPTO(int, CMS_add1_cert, (CMS_ContentInfo * c, X509 *x), (c, x))
CRYPTO(
    int, CMS_signed_add1_attr_by_NID, (CMS_SignerInfo * s, int nid, int type, const void *bytes, int size),
    (s, nid, type, bytes, size))
CRYPTO(
    int, CMS_unsigned_add1_attr_by_NID, (CMS_SignerInfo * s, int nid, int type, const void *bytes, int size),
    (s, nid, type, bytes, size))
CRYPTO(
    void, CMS_SignerInfo_get0_algs,
    (CMS_SignerInfo * s, EVP_PKEY **key, X509 **x, X509_ALGOR **digest, X509_ALGOR **signature),
    (s, key, x, digest, signature))
CRYPTO(int, CMS_signed_get_attr_count, (const CMS_SignerInfo *s), (s))
CRYPTO(X509_ATTRIBUTE *, CMS_signed_get_attr, (const CMS_SignerInfo *s, int place), (s, place))
CRYPTO(int, CMS_signed_get_attr_by_NID, (const CMS_SignerInfo *s, int nid, int last), (s, nid, last))
CRYPTO(X509_ATTRIBUTE *, CMS_unsigned_get_attr, (const CMS_SignerInfo *s, int place), (s, place))
CRYPTO(int, CMS_unsigned_get_attr_by_NID, (const CMS_SignerInfo *s, int nid, int last), (s, nid, last))
CRYPTO(int, i2d_X509_ATTRIBUTE, (const X509_ATTRIBUTE *a, unsigned char **out), (a, out))
CRYPTO(
    void *, X509_ATTRIBUTE_get0_data, (X509_ATTRIBUTE * a, int place, int type, void *data), (a, place, type, data))
CRYPTO(ASN1_OCTET_STRING *, CMS_SignerInfo_get0_signature, (CMS_SignerInfo * s), (s))
CRYPTO(int, i2d_CMS_ContentInfo, (const CMS_ContentInfo *c, unsigned char **out), (c, out))
CRYPTO(
    CMS_ContentInfo *, d2i_CMS_ContentInfo, (CMS_ContentInfo * *c, const unsigned char **in, long size), (c, in, size))
CRYPTO(STACK_OF(CMS_SignerInfo) *, CMS_get0_SignerInfos, (CMS_ContentInfo * c), (c))
CRYPTO(
    int, CMS_verify,
    (CMS_ContentInfo * c, STACK_OF(X509) * chain, X509_STORE *store, BIO *data, BIO *out, unsigned int flags),
    (c, chain, store, data, out, flags))
CRYPTO(STACK_OF(X509) *, CMS_get0_signers, (CMS_ContentInfo * c), (c))
CRYPTO(STACK_OF(X509) *, CMS_get1_certs, (CMS_ContentInfo * c), (c))
CRYPTO(
    ESS_SIGNING_CERT_V2 *, d2i_ESS_SIGNING_CERT_V2,
    (ESS_SIGNING_CERT_V2 * *c, const unsigned char **in, long size), (c, in, size))
CRYPTO(void, ESS_SIGNING_CERT_V2_free, (ESS_SIGNING_CERT_V2 * c), (c))
CRYPTO(
    int, OSSL_ESS_check_signing_certs,
    (const ESS_SIGNING_CERT *one, const ESS_SIGNING_CERT_V2 *two, const STACK_OF(X509) * chain, int require),
    (one, two, chain, require))

// Time stamps (RFC 3161).
CRYPTO(TS_REQ *, TS_REQ_new, (void), ())
CRYPTO(void, TS_REQ_free, (TS_REQ * r), (r))
CRYPTO(int, TS_REQ_set_version, (TS_REQ * r, long version), (r, version))
CRYPTO(int, TS_REQ_set_msg_imprint, (TS_REQ * r, TS_MSG_IMPRINT *i), (r, i))
CRYPTO(int, TS_REQ_set_nonce, (TS_REQ * r, const ASN1_INTEGER *nonce), (r, nonce))
CRYPTO(int, TS_REQ_set_cert_req, (TS_REQ * r, int wanted), (r, wanted))
CRYPTO(int, i2d_TS_REQ, (const TS_REQ *r, unsigned char **out), (r, out))
CRYPTO(TS_MSG_IMPRINT *, TS_MSG_IMPRINT_new, (void), ())
CRYPTO(void, TS_MSG_IMPRINT_free, (TS_MSG_IMPRINT * i), (i))
CRYPTO(int, TS_MSG_IMPRINT_set_algo, (TS_MSG_IMPRINT * i, X509_ALGOR *a), (i, a))
CRYPTO(X509_ALGOR *, TS_MSG_IMPRINT_get_algo, (TS_MSG_IMPRINT * i), (i))
CRYPTO(int, TS_MSG_IMPRINT_set_msg, (TS_MSG_IMPRINT * i, unsigned char *bytes, int size), (i, bytes, size))
CRYPTO(ASN1_OCTET_STRING *, TS_MSG_IMPRINT_get_msg, (TS_MSG_IMPRINT * i), (i))
CRYPTO(TS_RESP *, d2i_TS_RESP, (TS_RESP * *r, const unsigned char **in, long size), (r, in, size))
CRYPTO(void, TS_RESP_free, (TS_RESP * r), (r))
CRYPTO(PKCS7 *, TS_RESP_get_token, (TS_RESP * r), (r))
CRYPTO(int, TS_RESP_verify_response, (TS_VERIFY_CTX * c, TS_RESP *r), (c, r))
CRYPTO(int, TS_RESP_verify_token, (TS_VERIFY_CTX * c, PKCS7 *token), (c, token))
CRYPTO(TS_VERIFY_CTX *, TS_VERIFY_CTX_new, (void), ())
CRYPTO(void, TS_VERIFY_CTX_free, (TS_VERIFY_CTX * c), (c))
CRYPTO(TS_VERIFY_CTX *, TS_REQ_to_TS_VERIFY_CTX, (TS_REQ * r, TS_VERIFY_CTX *c), (r, c))
CRYPTO(int, TS_VERIFY_CTX_set_flags, (TS_VERIFY_CTX * c, int flags), (c, flags))
CRYPTO(X509_STORE *, TS_VERIFY_CTX_set_store, (TS_VERIFY_CTX * c, X509_STORE *s), (c, s))
CRYPTO(int, i2d_PKCS7, (const PKCS7 *p, unsigned char **out), (p, out))
CRYPTO(PKCS7 *, d2i_PKCS7, (PKCS7 * *p, const unsigned char **in, long size), (p, in, size))
CRYPTO(void, PKCS7_free, (PKCS7 * p), (p))
CRYPTO(TS_TST_INFO *, PKCS7_to_TS_TST_INFO, (PKCS7 * token), (token))
CRYPTO(void, TS_TST_INFO_free, (TS_TST_INFO * i), (i))
CRYPTO(TS_MSG_IMPRINT *, TS_TST_INFO_get_msg_imprint, (TS_TST_INFO * i), (i))
CRYPTO(const ASN1_GENERALIZEDTIME *, TS_TST_INFO_get_time, (const TS_TST_INFO *i), (i))

// HTTP/1.0 without TLS, which RFC 3161 needs no more than this.
CRYPTO(
    int, OSSL_HTTP_parse_url,
    (const char *url, int *ssl, char **user, char **host, char **port, int *number, char **path, char **query,
     char **fragment),
    (url, ssl, user, host, port, number, path, query, fragment))
CRYPTO(
    BIO *, OSSL_HTTP_transfer,
    (OSSL_HTTP_REQ_CTX * *c, const char *server, const char *port, const char *path, int ssl, const char *proxy,
     const char *without, BIO *bio, BIO *rbio, OSSL_HTTP_bio_cb_t update, void *argument, int buffer,
     const STACK_OF(CONF_VALUE) * headers, const char *type, BIO *request, const char *expected, int asn1, size_t most,
     int seconds, int keep),
    (c, server, port, path, ssl, proxy, without, bio, rbio, update, argument, buffer, headers, type, request, expected,
     asn1, most, seconds, keep))
