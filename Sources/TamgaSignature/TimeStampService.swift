internal import CCrypto

/// A service of time stamps (RFC 3161) that is asked over HTTP.
public struct TimeStampService: Hashable, Sendable {
  /// `http://tsp.example/`: stamps are signed, so that the way needs no TLS.
  public let address: String
  /// For one stamp.
  public let seconds: Int

  /// Bytes of an answer at most.
  private static let mostBytes = 64 << 10

  public init(address: String, seconds: Int) {
    self.address = address
    self.seconds = seconds
  }

  /// A token whose imprint is SHA-256 of the bytes, with the service's certificate in it; DER.
  func token(over bytes: [UInt8]) throws(SignatureError) -> [UInt8] {
    guard let request = Self.request(Crypto.sha256(bytes)) else {
      throw Crypto.error(.refused, address)
    }
    defer { TS_REQ_free(request) }
    let answer = try send(Crypto.der { i2d_TS_REQ(request, $0) })
    guard let response = Crypto.read(answer, { d2i_TS_RESP(nil, $0, $1) }) else {
      throw Crypto.error(.wrongTimeStamp, address)
    }
    defer { TS_RESP_free(response) }
    guard let context = TS_REQ_to_TS_VERIFY_CTX(request, nil) else {
      throw Crypto.error(.wrongTimeStamp, address)
    }
    defer { TS_VERIFY_CTX_free(context) }
    TS_VERIFY_CTX_set_flags(context, Int32(TS_VFY_VERSION | TS_VFY_IMPRINT | TS_VFY_NONCE))
    guard TS_RESP_verify_response(context, response) == 1, let token = TS_RESP_get_token(response)
    else { throw Crypto.error(.wrongTimeStamp, address) }
    return Crypto.der { i2d_PKCS7(token, $0) }
  }

  private static func request(_ digest: [UInt8]) -> OpaquePointer? {
    guard let request = TS_REQ_new(), let imprint = TS_MSG_IMPRINT_new(),
      let algorithm = X509_ALGOR_new(), let nonce = ASN1_INTEGER_new()
    else { return nil }
    defer {
      TS_MSG_IMPRINT_free(imprint)
      X509_ALGOR_free(algorithm)
      ASN1_INTEGER_free(nonce)
    }
    var digest = digest
    guard X509_ALGOR_set0(algorithm, OBJ_nid2obj(NID_sha256), V_ASN1_NULL, nil) == 1,
      TS_MSG_IMPRINT_set_algo(imprint, algorithm) == 1,
      TS_MSG_IMPRINT_set_msg(imprint, &digest, Int32(digest.count)) == 1,
      ASN1_INTEGER_set_uint64(nonce, .random(in: 1 ... .max)) == 1,
      TS_REQ_set_version(request, 1) == 1, TS_REQ_set_msg_imprint(request, imprint) == 1,
      TS_REQ_set_nonce(request, nonce) == 1, TS_REQ_set_cert_req(request, 1) == 1
    else {
      TS_REQ_free(request)
      return nil
    }
    return request
  }

  private func send(_ request: [UInt8]) throws(SignatureError) -> [UInt8] {
    var host: UnsafeMutablePointer<CChar>?
    var port: UnsafeMutablePointer<CChar>?
    var path: UnsafeMutablePointer<CChar>?
    var isTLS: Int32 = 0
    defer {
      for part in [host, port, path] { CRYPTO_free(part, nil, 0) }
      ERR_clear_error()
    }
    guard
      OSSL_HTTP_parse_url(address, &isTLS, nil, &host, &port, nil, &path, nil, nil) == 1,
      isTLS == 0,
      let source = BIO_new_mem_buf(request, Int32(request.count))
    else { throw Crypto.error(.noTimeStamp, address) }
    defer {
      BIO_free(source)
      withExtendedLifetime(request) {}
    }
    // No proxy, whatever the environment says.
    guard
      let answer = OSSL_HTTP_transfer(
        nil, host, port, path, 0, "", nil, nil, nil, nil, nil, 0, nil,
        "application/timestamp-query", source, "application/timestamp-reply", 1, Self.mostBytes,
        Int32(seconds), 0)
    else { throw Crypto.error(.noTimeStamp, address) }
    defer { BIO_free(answer) }
    var bytes: [UInt8] = []
    var part = [UInt8](repeating: 0, count: 4_096)
    while bytes.count <= Self.mostBytes {
      let count = Int(BIO_read(answer, &part, Int32(part.count)))
      guard count > 0 else { break }
      bytes += part.prefix(count)
    }
    return bytes
  }
}
