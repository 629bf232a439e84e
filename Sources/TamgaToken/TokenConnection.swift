internal import CPKCS11
internal import Synchronization

/// A key of a token, reached through one session that serves all threads in turn.
///
/// A session that the token or another program ended is opened anew; a wrong PIN is tried once in the life of a
/// connection, because tokens count.
final class TokenConnection: Sendable {
  private let reference: TokenReference
  private let keyType: UInt
  private let pin: SecretBytes
  private let module: TokenModule
  private let state = Mutex(State())

  private struct State: ~Copyable {
    var session: TokenSession?
    var key: CK_OBJECT_HANDLE = 0
    /// Why no further login is tried.
    var refusal: TokenError?
  }

  /// Logs in and finds the key.
  ///
  /// - Parameter keyType: `CKK_…`
  init(
    _ reference: TokenReference, keyType: UInt, pin: SecretBytes
  ) throws(TokenError) {
    self.reference = reference
    self.keyType = keyType
    self.pin = pin
    module = try TokenModule(path: reference.module)
    try state.withLock { (state) throws(TokenError) in try open(&state) }
  }

  /// - Parameter mechanism: `CKM_…`
  func signature(over input: [UInt8], mechanism: UInt) throws(TokenError) -> [UInt8] {
    try state.withLock { (state) throws(TokenError) in
      do throws(TokenError) {
        return try sign(input, mechanism, &state)
      } catch {
        guard error.mayPass else { throw error }
        state.session = nil
        return try sign(input, mechanism, &state)
      }
    }
  }

  private func sign(
    _ input: [UInt8], _ mechanism: UInt, _ state: inout State
  ) throws(TokenError) -> [UInt8] {
    if state.session == nil { try open(&state) }
    let key = state.key
    guard
      let signature = try state.session?.signature(over: input, key: key, mechanism: mechanism)
    else { throw TokenError(.noToken, reference.label) }
    return signature
  }

  private func open(_ state: inout State) throws(TokenError) {
    if let refusal = state.refusal { throw refusal }
    do throws(TokenError) {
      let session = try TokenSession.open(
        module, label: reference.label, pin: pin, writes: false)
      guard
        let key = try session.object(
          UInt(CKO_PRIVATE_KEY), id: reference.object, type: keyType)
      else { throw TokenError(.noKey, reference.label) }
      state.key = key
      state.session = consume session
    } catch {
      if error.isOfPIN { state.refusal = error }
      throw error
    }
  }
}
