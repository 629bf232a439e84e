internal import CPKCS11
internal import Glibc

/// A PKCS #11 module, loaded from its shared library (PKCS #11 2.40 section 5.4).
///
/// It stays loaded and initialised until the process ends: modules do not survive being closed while
/// another part of the process uses them.
final class TokenModule: Sendable {
  /// The file name, for errors.
  let name: String
  private let table: CK_FUNCTION_LIST

  init(path: String) throws(TokenError) {
    name = path.split(separator: "/").last.map(String.init) ?? path
    guard path.hasPrefix("/"), let library = dlopen(path, RTLD_NOW | RTLD_LOCAL),
      let symbol = dlsym(library, "C_GetFunctionList")
    else { throw TokenError(.noModule, name) }
    typealias Entrance =
      @convention(c) (
        UnsafeMutablePointer<UnsafeMutablePointer<CK_FUNCTION_LIST>?>?
      ) -> CK_RV
    // safe: the standard gives this symbol this type
    let entrance = unsafeBitCast(symbol, to: Entrance.self)
    var list: UnsafeMutablePointer<CK_FUNCTION_LIST>?
    guard entrance(&list) == CKR_OK, let list else { throw TokenError(.noModule, name) }
    table = list.pointee
    var settings = CK_C_INITIALIZE_ARGS()
    settings.flags = CK_FLAGS(CKF_OS_LOCKING_OK)
    let result = withUnsafeMutablePointer(to: &settings) { table.C_Initialize?($0) }
    guard result == CKR_OK || result == CKR_CRYPTOKI_ALREADY_INITIALIZED else {
      throw TokenError(.noModule, name, reason: result.map { UInt($0) })
    }
  }

  /// Calls a function of the module.
  ///
  /// - Parameter place: The token's label, for the error.
  func call(
    _ place: String, _ body: (CK_FUNCTION_LIST) -> CK_RV?
  ) throws(TokenError) {
    guard let result = body(table) else { throw TokenError(.noModule, name) }
    guard result == CKR_OK else { throw TokenError(result: result, place) }
  }

  /// The slot that holds the token of this label.
  func slot(label: String) throws(TokenError) -> CK_SLOT_ID {
    var count: CK_ULONG = 0
    try call(label) { $0.C_GetSlotList?(1, nil, &count) }
    var slots = [CK_SLOT_ID](repeating: 0, count: Int(count))
    try call(label) { $0.C_GetSlotList?(1, &slots, &count) }
    var found: [CK_SLOT_ID] = []
    for slot in slots.prefix(Int(count)) {
      // A slot that has just lost its token is none of ours.
      guard let info = try? information(slot, label) else { continue }
      let isReady = info.flags & CK_FLAGS(CKF_TOKEN_INITIALIZED) != 0
      if isReady, Self.text(info.label) == label { found.append(slot) }
    }
    guard let slot = found.first else { throw TokenError(.noToken, label) }
    guard found.count == 1 else { throw TokenError(.severalTokens, label) }
    return slot
  }

  func information(_ slot: CK_SLOT_ID, _ label: String) throws(TokenError) -> CK_TOKEN_INFO {
    var info = CK_TOKEN_INFO()
    try call(label) { $0.C_GetTokenInfo?(slot, &info) }
    return info
  }

  /// A text of fixed length, filled up with blanks.
  private static func text<Field>(_ field: Field) -> String {
    withUnsafeBytes(of: field) { bytes in
      var end = bytes.count
      while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0 { end -= 1 }
      return String(decoding: bytes[..<end], as: UTF8.self)
    }
  }
}

extension TokenError {
  init(result: CK_RV, _ place: String) {
    let code: Code =
      switch result {
      case CKR_PIN_INCORRECT, CKR_PIN_INVALID, CKR_PIN_LEN_RANGE: .wrongPIN
      case CKR_PIN_LOCKED, CKR_PIN_EXPIRED: .locked
      case CKR_TOKEN_NOT_PRESENT, CKR_TOKEN_NOT_RECOGNIZED, CKR_DEVICE_REMOVED,
        CKR_SLOT_ID_INVALID:
        .noToken
      case CKR_MECHANISM_INVALID, CKR_CURVE_NOT_SUPPORTED, CKR_DOMAIN_PARAMS_INVALID: .algorithm
      default: .refused
      }
    self.init(code, place, reason: UInt(result))
  }

  /// Whether a new session may help: the token was out for a moment, or another program ended ours.
  var mayPass: Bool {
    guard let reason else { return code == .noToken }
    switch CK_RV(reason) {
    case CKR_SESSION_HANDLE_INVALID, CKR_SESSION_CLOSED, CKR_DEVICE_REMOVED, CKR_DEVICE_ERROR,
      CKR_TOKEN_NOT_PRESENT, CKR_USER_NOT_LOGGED_IN, CKR_KEY_HANDLE_INVALID,
      CKR_OBJECT_HANDLE_INVALID, CKR_OPERATION_ACTIVE, CKR_GENERAL_ERROR, CKR_FUNCTION_FAILED:
      return true
    default: return false
    }
  }
}
