/// Where a key lies that never leaves its token: which module speaks to the token, which token, and
/// which object in it.
public struct TokenReference: Hashable, Sendable {
  /// Bytes of a token's label (PKCS #11 2.40 section 3.2, `CK_TOKEN_INFO`).
  public static let labelLimit = 32
  /// Bytes of an object's id.
  public static let objectLimit = 64

  /// The path of the shared library, absolute: a search path would be another's choice.
  public let module: String
  /// The token's label without the blanks that fill it up.
  public let label: String
  /// `CKA_ID` of both halves of the key.
  public let object: [UInt8]

  /// Nil unless the path is absolute and label and id are within their limits.
  public init?(module: String, label: String, object: [UInt8]) {
    guard module.hasPrefix("/"), !label.isEmpty, label.utf8.count <= Self.labelLimit,
      !label.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
      !module.unicodeScalars.contains(where: { $0.value < 0x20 || $0.value == 0x7F }),
      (1...Self.objectLimit).contains(object.count)
    else { return nil }
    self.module = module
    self.label = label
    self.object = object
  }
}
