internal import CCrypto
public import TamgaToken

/// Signs with RSA or ECDSA and SHA-256 through libcrypto: CAdES baseline (ETSI EN 319 122-1) with content type,
/// message digest and signing certificate as its signed attributes, and no time among them.
public struct CMSSigner: DocumentSigner {
  public let certificate: SigningCertificate
  private let own: Certificate
  /// What goes into the signature besides the signer's: all between it and the root.
  private let chain: [Certificate]
  private let key: any DocumentKey
  private let stamps: TimeStampService?
  private let place: String

  /// The least length of an RSA key and of a curve, bits.
  private static let leastBits = (rsa: 2_048, curve: 256)

  /// A signer whose key lies in a PKCS #12 file.
  ///
  /// - Parameters:
  ///   - file: Its bytes.
  ///   - pin: nil where nobody gave one.
  ///   - roots: Certificates, DER or PEM, at one of which the chain ends.
  ///   - stamps: Gives each signature a time stamp; nil for none.
  ///   - place: The file's name, for errors.
  public init(
    file: [UInt8], pin: SecretBytes?, roots: [[UInt8]], stamps: TimeStampService? = nil,
    place: String
  ) throws(SignatureError) {
    try Crypto.open()
    let contents = try FileKey.open(file, pin: pin, place: place)
    try self.init(
      key: contents.key, certificate: contents.certificate, others: contents.others,
      roots: roots, stamps, place)
  }

  /// A signer whose key lies in a PKCS #11 token.
  ///
  /// - Parameters:
  ///   - token: Where its key is.
  ///   - certificates: DER or PEM: the signer's, and those between it and the root.
  ///   - pin: nil where nobody gave one.
  ///   - roots: As above.
  ///   - stamps: As above.
  ///   - place: The name of the certificates' file, for errors.
  public init(
    token: TokenReference, certificates: [UInt8], pin: SecretBytes?, roots: [[UInt8]],
    stamps: TimeStampService? = nil, place: String
  ) throws(SignatureError) {
    try Crypto.open()
    let all = Certificate.all(certificates)
    guard let own = all.first else { throw SignatureError(.unreadable, place) }
    try self.init(
      key: TokenKey(token, certificate: own, pin: pin), certificate: own,
      others: Array(all.dropFirst()), roots: roots, stamps, place)
  }

  init(
    key: any DocumentKey, certificate own: Certificate, others: [Certificate],
    roots: [[UInt8]], _ stamps: TimeStampService?, _ place: String
  ) throws(SignatureError) {
    guard Self.isStrong(own) else { throw SignatureError(.algorithm, place) }
    guard own.isForDocuments else { throw SignatureError(.usage, place) }
    var trusted: [Certificate] = []
    for root in roots {
      guard let root = Certificate(root) else { throw SignatureError(.unreadable, place) }
      trusted.append(root)
    }
    guard let way = CertificateChain(of: own, others: others, roots: trusted),
      let root = way.certificates.last
    else { throw SignatureError(.noChain, place) }
    // At no moment do all of them hold.
    guard let window = way.window else { throw SignatureError(.expired, place) }
    certificate = SigningCertificate(
      bytes: own.bytes, sha256: Crypto.sha256(own.bytes), subject: own.subject,
      serial: own.serial, validFrom: window.lowerBound, validUntil: window.upperBound,
      root: root.bytes)
    self.own = own
    chain = Array(way.certificates.dropFirst().dropLast())
    self.key = key
    self.stamps = stamps
    self.place = place
  }

  private static func isStrong(_ certificate: Certificate) -> Bool {
    let key = withExtendedLifetime(certificate) { X509_get_pubkey(certificate.pointer) }
    guard let key else { return false }
    defer { EVP_PKEY_free(key) }
    let bits = Int(EVP_PKEY_get_bits(key))
    return switch EVP_PKEY_get_base_id(key) {
    case EVP_PKEY_RSA: bits >= leastBits.rsa
    case EVP_PKEY_EC: bits >= leastBits.curve
    default: false
    }
  }

  public func signature(over content: [UInt8]) throws(SignatureError) -> [UInt8] {
    defer {
      ERR_clear_error()
      withExtendedLifetime((own, chain)) {}
    }
    let flags = UInt32(CMS_DETACHED | CMS_BINARY | CMS_CADES | CMS_NOSMIMECAP | CMS_PARTIAL)
    guard let cms = CMS_sign(nil, nil, nil, nil, flags) else { throw refused }
    defer { CMS_ContentInfo_free(cms) }
    // The public half stands in for the key, which may lie in a token.
    guard let half = X509_get_pubkey(own.pointer) else { throw refused }
    defer { EVP_PKEY_free(half) }
    guard let signer = CMS_add1_signer(cms, own.pointer, half, EVP_sha256(), flags) else {
      throw refused
    }
    for certificate in chain {
      guard CMS_add1_cert(cms, certificate.pointer) == 1 else { throw refused }
    }
    let digest = Crypto.sha256(content)
    guard
      CMS_signed_add1_attr_by_NID(
        signer, NID_pkcs9_messageDigest, V_ASN1_OCTET_STRING, digest, Int32(digest.count)) == 1,
      CMS_signed_add1_attr_by_NID(
        signer, NID_pkcs9_contentType, V_ASN1_OBJECT,
        OBJ_nid2obj(NID_pkcs7_data).map(UnsafeRawPointer.init), -1) == 1
    else { throw refused }
    let value = try key.signature(over: Self.attributes(signer))
    guard let place = CMS_SignerInfo_get0_signature(signer),
      ASN1_STRING_set(place, value, Int32(value.count)) == 1
    else { throw refused }
    if let stamps {
      let token = try stamps.token(over: value)
      guard
        CMS_unsigned_add1_attr_by_NID(
          signer, NID_id_smime_aa_timeStampToken, V_ASN1_SEQUENCE, token, Int32(token.count)) == 1
      else { throw refused }
    }
    let bytes = Crypto.der { i2d_CMS_ContentInfo(cms, $0) }
    guard !bytes.isEmpty else { throw refused }
    return bytes
  }

  private var refused: SignatureError { Crypto.error(.refused, place) }

  /// What is signed: the signed attributes as a set, DER (RFC 5652, 5.4). OpenSSL 3.0 would add the time to
  /// them, were this left to it.
  private static func attributes(_ signer: OpaquePointer) -> [UInt8] {
    let attributes = (0..<max(0, CMS_signed_get_attr_count(signer))).map { index in
      Crypto.der { i2d_X509_ATTRIBUTE(CMS_signed_get_attr(signer, index), $0) }
    }
    let body = attributes.sorted { $0.lexicographicallyPrecedes($1) }.flatMap(\.self)
    return DER.value(DER.set, body)
  }
}
