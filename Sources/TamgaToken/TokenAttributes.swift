internal import CPKCS11
internal import TamgaSeal

/// A list of attributes whose values live as long as the list (PKCS #11 2.40 section 3.4).
struct TokenAttributes {
  private var entries: [(type: CK_ATTRIBUTE_TYPE, value: [UInt8])] = []

  mutating func add(_ type: UInt, bytes: [UInt8]) {
    entries.append((CK_ATTRIBUTE_TYPE(type), bytes))
  }

  mutating func add(_ type: UInt, flag: Bool) { add(type, bytes: [flag ? 1 : 0]) }

  mutating func add(_ type: UInt, number: UInt) {
    add(type, bytes: withUnsafeBytes(of: CK_ULONG(number)) { Array($0) })
  }

  /// The list as C takes it, for as long as `body` runs.
  func withList<Result>(
    _ body: (UnsafeMutablePointer<CK_ATTRIBUTE>?, CK_ULONG) -> Result
  ) -> Result {
    var values = entries.flatMap(\.value)
    return values.withUnsafeMutableBytes { values in
      var offset = 0
      var list: [CK_ATTRIBUTE] = []
      for entry in entries {
        list.append(
          CK_ATTRIBUTE(
            type: entry.type, pValue: values.baseAddress.map { $0 + offset },
            ulValueLen: CK_ULONG(entry.value.count)))
        offset += entry.value.count
      }
      let count = CK_ULONG(list.count)
      return list.withUnsafeMutableBufferPointer { body($0.baseAddress, count) }
    }
  }
}

extension SignatureAlgorithm {
  var keyType: UInt {
    switch self {
    case .edDSA: UInt(CKK_EC_EDWARDS)
    case .es256: UInt(CKK_EC)
    }
  }

  var generation: UInt {
    switch self {
    case .edDSA: UInt(CKM_EC_EDWARDS_KEY_PAIR_GEN)
    case .es256: UInt(CKM_EC_KEY_PAIR_GEN)
    }
  }

  var signing: UInt {
    switch self {
    case .edDSA: UInt(CKM_EDDSA)
    case .es256: UInt(CKM_ECDSA)
    }
  }

  /// What tokens take as `CKA_EC_PARAMS`, in the order of trying. For Ed25519 some want the name of
  /// the curve (PKCS #11 3.0 section 2.3.5), others the identifier of RFC 8410.
  var curves: [[UInt8]] {
    switch self {
    case .edDSA: [[0x13, 0x0C] + Array("edwards25519".utf8), [0x06, 0x03, 0x2B, 0x65, 0x70]]
    case .es256: [[0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]]
    }
  }

  /// The public key in a `CKA_EC_POINT`: an OCTET STRING, or its content alone.
  func publicKey(point: [UInt8]) -> PublicKey? {
    let length = self == .edDSA ? 32 : 65
    var point = point
    if point.count == length + 2, point[0] == 0x04, point[1] == UInt8(length) {
      point.removeFirst(2)
    }
    guard point.count == length else { return nil }
    if self == .es256 {
      // 4: both coordinates follow (SEC 1 section 2.3.3).
      guard point.removeFirst() == 0x04 else { return nil }
    }
    return PublicKey(raw: point, algorithm: self)
  }
}
