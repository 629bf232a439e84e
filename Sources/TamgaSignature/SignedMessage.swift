internal import CCrypto

/// A CMS SignedData of one signer, read. What libcrypto does with its pointers is no use that the compiler sees:
/// each member keeps the message until it returns.
final class SignedMessage {
  private let cms: OpaquePointer
  /// The one signer.
  private let signer: OpaquePointer

  /// nil for anything else.
  init?(_ bytes: [UInt8]) {
    defer { ERR_clear_error() }
    guard let cms = Crypto.read(bytes, { d2i_CMS_ContentInfo(nil, $0, $1) }) else { return nil }
    let signers = CMS_get0_SignerInfos(cms).map { UnsafeRawPointer($0) }
    guard let signers, tamga_stack_count(signers) == 1, let signer = tamga_stack_value(signers, 0)
    else {
      CMS_ContentInfo_free(cms)
      return nil
    }
    self.cms = cms
    self.signer = OpaquePointer(signer)
  }

  deinit { CMS_ContentInfo_free(cms) }

  /// Whether digest and signature hold; whose it is, is not asked.
  func covers(_ content: [UInt8]) -> Bool {
    defer { withExtendedLifetime((self, content)) {} }
    defer { ERR_clear_error() }
    guard saysItsAlgorithms, let source = BIO_new_mem_buf(content, Int32(content.count)) else {
      return false
    }
    defer { BIO_free(source) }
    return CMS_verify(
      cms, nil, nil, source, nil, UInt32(CMS_BINARY | CMS_NO_SIGNER_CERT_VERIFY)) == 1
  }

  /// Libcrypto goes by the key, and lets a signature pass that names another algorithm than its own.
  private var saysItsAlgorithms: Bool {
    var digest: UnsafeMutablePointer<X509_ALGOR>?
    var signature: UnsafeMutablePointer<X509_ALGOR>?
    CMS_SignerInfo_get0_algs(signer, nil, nil, &digest, &signature)
    func name(_ algorithm: UnsafeMutablePointer<X509_ALGOR>?) -> Int32 {
      var name: OpaquePointer?
      X509_ALGOR_get0(&name, nil, nil, algorithm)
      return OBJ_obj2nid(name)
    }
    return name(digest) == NID_sha256
      && [NID_ecdsa_with_SHA256, NID_rsaEncryption, NID_sha256WithRSAEncryption].contains(
        name(signature))
  }

  /// The signer's; known once ``covers(_:)`` has held.
  var certificate: Certificate? {
    defer { withExtendedLifetime(self) {} }
    guard let signers = CMS_get0_signers(cms) else { return nil }
    defer { OPENSSL_sk_free(signers) }
    return CertificateChain.certificates(signers).first
  }

  /// All that it brings.
  var certificates: [Certificate] {
    defer { withExtendedLifetime(self) {} }
    guard let stack = CMS_get1_certs(cms) else { return [] }
    defer { tamga_certificates_free(stack) }
    return CertificateChain.certificates(stack)
  }

  /// Whether the signed attributes name this certificate (RFC 5035): without that it could be exchanged for
  /// another one of the same key.
  func names(_ certificate: Certificate) -> Bool {
    defer { withExtendedLifetime(self) {} }
    defer { ERR_clear_error() }
    let place = CMS_signed_get_attr_by_NID(signer, NID_id_smime_aa_signingCertificateV2, -1)
    guard place >= 0, let attribute = CMS_signed_get_attr(signer, place),
      let value = X509_ATTRIBUTE_get0_data(attribute, 0, V_ASN1_SEQUENCE, nil),
      let named = Crypto.read(
        Crypto.bytes(UnsafePointer(value.assumingMemoryBound(to: ASN1_STRING.self))),
        { d2i_ESS_SIGNING_CERT_V2(nil, $0, $1) })
    else { return false }
    defer { ESS_SIGNING_CERT_V2_free(named) }
    return CertificateChain.withStack(of: [certificate]) { chain in
      OSSL_ESS_check_signing_certs(nil, named, chain, 1) == 1
    } ?? false
  }

  /// The time of its time stamp; nil where it has none, or one that is not over this signature or that no root
  /// vouches for.
  func stampedAt(roots: [Certificate]) -> Int64? {
    defer { withExtendedLifetime(self) {} }
    defer { ERR_clear_error() }
    let place = CMS_unsigned_get_attr_by_NID(signer, NID_id_smime_aa_timeStampToken, -1)
    guard place >= 0, let attribute = CMS_unsigned_get_attr(signer, place),
      let value = X509_ATTRIBUTE_get0_data(attribute, 0, V_ASN1_SEQUENCE, nil),
      let token = Crypto.read(
        Crypto.bytes(UnsafePointer(value.assumingMemoryBound(to: ASN1_STRING.self))),
        { d2i_PKCS7(nil, $0, $1) })
    else { return nil }
    defer { PKCS7_free(token) }
    guard let info = PKCS7_to_TS_TST_INFO(token) else { return nil }
    defer { TS_TST_INFO_free(info) }
    guard isImprint(of: info), Self.isSigned(token, roots: roots) else { return nil }
    return Crypto.seconds(TS_TST_INFO_get_time(info))
  }

  private func isImprint(of info: OpaquePointer) -> Bool {
    guard let imprint = TS_TST_INFO_get_msg_imprint(info),
      let algorithm = TS_MSG_IMPRINT_get_algo(imprint),
      let digest = TS_MSG_IMPRINT_get_msg(imprint),
      let value = CMS_SignerInfo_get0_signature(signer)
    else { return false }
    var name: OpaquePointer?
    X509_ALGOR_get0(&name, nil, nil, algorithm)
    return OBJ_obj2nid(name) == NID_sha256
      && Crypto.bytes(digest) == Crypto.sha256(Crypto.bytes(value))
  }

  private static func isSigned(
    _ token: UnsafeMutablePointer<PKCS7>, roots: [Certificate]
  ) -> Bool {
    guard let context = TS_VERIFY_CTX_new(), let store = CertificateChain.store(roots) else {
      return false
    }
    // The store is the context's from now on.
    defer { TS_VERIFY_CTX_free(context) }
    TS_VERIFY_CTX_set_store(context, store)
    TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_SIGNATURE))
    return TS_RESP_verify_token(context, token) == 1
  }
}
