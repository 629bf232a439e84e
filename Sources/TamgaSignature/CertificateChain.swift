internal import CCrypto

/// The way from a certificate to a root that is trusted.
struct CertificateChain {
  /// The certificate first, the root last.
  let certificates: [Certificate]

  /// - Parameters:
  ///   - others: Further certificates of which the chain may be made.
  ///   - roots: Where it must end.
  /// - Returns: nil where there is no way. Terms are not looked at: ``window`` is for that.
  init?(of certificate: Certificate, others: [Certificate], roots: [Certificate]) {
    guard let store = Self.store(roots) else { return nil }
    defer { X509_STORE_free(store) }
    let found = Self.withStack(of: others) { pool -> [Certificate]? in
      guard let context = X509_STORE_CTX_new() else { return nil }
      defer {
        X509_STORE_CTX_free(context)
        ERR_clear_error()
      }
      return withExtendedLifetime(certificate) {
        guard X509_STORE_CTX_init(context, store, certificate.pointer, pool) == 1,
          X509_verify_cert(context) == 1, let chain = X509_STORE_CTX_get0_chain(context)
        else { return nil }
        return Self.certificates(chain)
      }
    }
    guard let found else { return nil }
    certificates = found
  }

  /// Seconds since 1970 in which every certificate of the chain holds; nil where there are none.
  var window: ClosedRange<Int64>? {
    var (from, until) = (Int64.min, Int64.max)
    for certificate in certificates {
      guard let first = certificate.validFrom, let last = certificate.validUntil else { return nil }
      (from, until) = (max(from, first), min(until, last))
    }
    return from <= until ? from...until : nil
  }

  static func store(_ roots: [Certificate]) -> OpaquePointer? {
    guard let store = X509_STORE_new() else { return nil }
    for root in roots { X509_STORE_add_cert(store, root.pointer) }
    X509_STORE_set_flags(store, UInt(X509_V_FLAG_NO_CHECK_TIME))
    return store
  }

  /// Gives a stack of libcrypto over certificates to `use`. The stack counts no references of them, and the optimizer
  /// lets an array go after its last use in Swift: they are held until libcrypto is done.
  static func withStack<Value>(
    of certificates: [Certificate], _ use: (OpaquePointer) -> Value?
  ) -> Value? {
    guard let stack = OPENSSL_sk_new_null() else { return nil }
    defer { OPENSSL_sk_free(stack) }
    for certificate in certificates {
      OPENSSL_sk_push(stack, UnsafeRawPointer(certificate.pointer))
    }
    return withExtendedLifetime(certificates) { use(stack) }
  }

  /// Copies, so that they outlive the stack.
  static func certificates(_ stack: OpaquePointer) -> [Certificate] {
    (0..<max(0, tamga_stack_count(UnsafeRawPointer(stack)))).compactMap { index in
      guard let one = tamga_stack_value(UnsafeRawPointer(stack), index) else { return nil }
      return Certificate(Crypto.der { i2d_X509(OpaquePointer(one), $0) })
    }
  }
}
