internal import CPKCS11
internal import TamgaSeal

/// A session in which the user is logged in. Owns its handle: closed exactly once.
struct TokenSession: ~Copyable {
  private let module: TokenModule
  private let label: String
  private let handle: CK_SESSION_HANDLE

  private init(_ module: TokenModule, _ label: String, _ handle: CK_SESSION_HANDLE) {
    self.module = module
    self.label = label
    self.handle = handle
  }

  /// Opens a session with the token of a label and logs in.
  ///
  /// - Parameter writes: Whether objects are made; signing needs no such right.
  static func open(
    _ module: TokenModule, label: String, pin: SecretBytes, writes: Bool
  ) throws(TokenError) -> TokenSession {
    let slot = try module.slot(label: label)
    let flags = try module.information(slot, label).flags
    guard flags & CK_FLAGS(CKF_USER_PIN_LOCKED) == 0 else { throw TokenError(.locked, label) }
    guard flags & CK_FLAGS(CKF_USER_PIN_FINAL_TRY) == 0 else { throw TokenError(.lastTry, label) }
    var handle: CK_SESSION_HANDLE = 0
    let rights = CKF_SERIAL_SESSION | (writes ? CKF_RW_SESSION : 0)
    try module.call(label) {
      $0.C_OpenSession?(slot, CK_FLAGS(rights), nil, nil, &handle)
    }
    let session = TokenSession(module, label, handle)
    try session.logIn(pin)
    return session
  }

  deinit {
    // The login is the process's, not the session's: another signer may be at work.
    let handle = handle
    try? module.call(label) { $0.C_CloseSession?(handle) }
  }

  private func logIn(_ pin: SecretBytes) throws(TokenError) {
    do throws(TokenError) {
      try module.call(label) { table in
        pin.withBytes { bytes in
          let start = UnsafeMutableRawPointer(mutating: bytes.baseAddress)?
            .assumingMemoryBound(to: CK_UTF8CHAR.self)
          return table.C_Login?(handle, CK_USER_TYPE(CKU_USER), start, CK_ULONG(bytes.count))
        }
      }
    } catch {
      guard error.reason == UInt(CKR_USER_ALREADY_LOGGED_IN) else { throw error }
    }
  }

  /// The object of a kind and id; nil when there is none.
  func object(_ kind: UInt, id: [UInt8], type: UInt) throws(TokenError) -> CK_OBJECT_HANDLE? {
    var wanted = TokenAttributes()
    wanted.add(UInt(CKA_CLASS), number: kind)
    wanted.add(UInt(CKA_KEY_TYPE), number: type)
    wanted.add(UInt(CKA_ID), bytes: id)
    try module.call(label) { table in
      wanted.withList { table.C_FindObjectsInit?(handle, $0, $1) }
    }
    var object: CK_OBJECT_HANDLE = 0
    var count: CK_ULONG = 0
    let search = Result { () throws(TokenError) in
      try module.call(label) { $0.C_FindObjects?(handle, &object, 1, &count) }
    }
    try module.call(label) { $0.C_FindObjectsFinal?(handle) }
    try search.get()
    return count == 1 ? object : nil
  }

  /// The value of an attribute; empty when the token does not give it.
  func value(_ type: UInt, of object: CK_OBJECT_HANDLE) throws(TokenError) -> [UInt8] {
    var value = [UInt8](repeating: 0, count: 256)
    var length: CK_ULONG = 0
    try module.call(label) { table in
      value.withUnsafeMutableBytes { bytes in
        var attribute = CK_ATTRIBUTE(
          type: CK_ATTRIBUTE_TYPE(type), pValue: bytes.baseAddress,
          ulValueLen: CK_ULONG(bytes.count))
        let result = table.C_GetAttributeValue?(handle, object, &attribute, 1)
        length = attribute.ulValueLen
        return result
      }
    }
    return length <= value.count ? Array(value.prefix(Int(length))) : []
  }

  /// Bytes of the longest signature: that of RSA with 8,192 bits.
  private static let mostSignature = 1_024

  func signature(
    over message: [UInt8], key: CK_OBJECT_HANDLE, mechanism: UInt
  ) throws(TokenError) -> [UInt8] {
    var how = CK_MECHANISM(
      mechanism: CK_MECHANISM_TYPE(mechanism), pParameter: nil, ulParameterLen: 0)
    try module.call(label) { $0.C_SignInit?(handle, &how, key) }
    var signature = [UInt8](repeating: 0, count: Self.mostSignature)
    var length = CK_ULONG(signature.count)
    var message = message
    let count = CK_ULONG(message.count)
    try module.call(label) { $0.C_Sign?(handle, &message, count, &signature, &length) }
    return Array(signature.prefix(Int(length)))
  }

  /// Makes a key pair in the token.
  ///
  /// - Returns: The public half's object.
  func generate(
    _ mechanism: UInt, public open: TokenAttributes, private secret: TokenAttributes
  ) throws(TokenError) -> CK_OBJECT_HANDLE {
    var how = CK_MECHANISM(
      mechanism: CK_MECHANISM_TYPE(mechanism), pParameter: nil, ulParameterLen: 0)
    var publicHalf: CK_OBJECT_HANDLE = 0
    var privateHalf: CK_OBJECT_HANDLE = 0
    try module.call(label) { table in
      open.withList { open, openCount in
        secret.withList { secret, secretCount in
          table.C_GenerateKeyPair?(
            handle, &how, open, openCount, secret, secretCount, &publicHalf, &privateHalf)
        }
      }
    }
    return publicHalf
  }
}
