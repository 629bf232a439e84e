internal import Synchronization
public import TamgaSeal
internal import TamgaToken

/// The keys of an office at work.
///
/// What the root key signed (`root.part`) says which issuing keys count; the key files say where
/// their secrets are. Each secret is opened once in a process, when it is first used. A ring sees
/// the changes of other processes when it is told to look: ``refresh()``.
public final class KeyRing: Sendable {
  public let rules: KeyRules
  let folder: KeyFolder
  let passphrases: Passphrases
  let now: @Sendable () -> Int64
  private let state: Mutex<State>

  private struct State: Sendable {
    var snapshot: KeySnapshot
    /// What unlocking gave. A refusal stays: a token counts wrong PINs.
    var signers: [PublicKey: Result<any Signer, KeyError>] = [:]
  }

  /// Reads `keys/`; needs no passphrase.
  ///
  /// - Parameters:
  ///   - isPublicOnly: Opens no key file: nothing can be signed.
  ///   - now: Seconds since 1970.
  public init(
    folder path: String, rules: KeyRules, passphrases: Passphrases = .none,
    isPublicOnly: Bool = false, now: @escaping @Sendable () -> Int64
  ) throws(KeyError) {
    folder = KeyFolder(path: path, isPublicOnly: isPublicOnly)
    self.rules = rules
    self.passphrases = passphrases
    self.now = now
    state = Mutex(State(snapshot: try KeySnapshot.read(folder)))
  }

  var snapshot: KeySnapshot { state.withLock { $0.snapshot } }

  /// The key files that are here.
  public var files: [KeyFile] { snapshot.files }
  /// Every issuing key that the root key ever vouched for, oldest first.
  public var issuing: [TrustedKey] { snapshot.part.issuingKeys }
  public var statusKey: PublicKey { snapshot.part.statusKey }
  /// The public root key, known even when the secret one is away.
  public var rootKey: PublicKey { snapshot.rootKey }
  /// Grows with every change of the list.
  public var sequence: UInt64 { snapshot.part.sequence }
  /// The office that the root key signed the list for.
  public var office: String { snapshot.part.office }
  /// Whether the root key lies here as a plain file.
  public var hasPlainRoot: Bool {
    files.contains { file in
      if case .plain = file.custody { file.role == .root } else { false }
    }
  }
  /// Whether the root key vouches for trials only.
  public var isTest: Bool { snapshot.part.isTest }

  /// Looks for what other processes changed; cheap when they changed nothing.
  public func refresh() throws(KeyError) {
    try state.withLock { (state) throws(KeyError) in
      guard folder.stamp(KeySnapshot.rootPartName) != state.snapshot.stamp else { return }
      try take(KeySnapshot.read(folder), &state)
    }
  }

  /// Reads the folder again, whatever its stamp says.
  func reload() throws(KeyError) {
    try state.withLock { (state) throws(KeyError) in
      try take(KeySnapshot.read(folder), &state)
    }
  }

  private func take(_ snapshot: KeySnapshot, _ state: inout State) {
    state.snapshot = snapshot
    // Nobody needs the secrets of keys that have gone.
    state.signers = state.signers.filter { snapshot.file($0.key) != nil }
  }

  // Signing

  /// What seals papers at a moment.
  ///
  /// - Throws: ``KeyError``: no key, no passphrase, a wrong one, or a token that refuses.
  public func signer(at moment: Int64) throws(KeyError) -> any Signer {
    try state.withLock { (state) throws(KeyError) in
      try signer(signingKey(at: moment, state.snapshot), &state)
    }
  }

  /// The key that ``signer(at:)`` would use; needs no passphrase.
  public func signingKey(at moment: Int64) throws(KeyError) -> KeyFile {
    try signingKey(at: moment, snapshot)
  }

  private func signingKey(
    at moment: Int64, _ snapshot: KeySnapshot
  ) throws(KeyError) -> KeyFile {
    try checkOffice(snapshot.part)
    guard let file = snapshot.issuingKey(at: moment) else { throw .noSigningKey() }
    return file
  }

  /// The status key with the signed list that names it, to make a trust bundle of.
  public func bundleParts() throws(KeyError) -> (
    root: [UInt8], rootKey: PublicKey, issuing: [TrustedKey], signer: any Signer
  ) {
    try state.withLock { (state) throws(KeyError) in
      let snapshot = state.snapshot
      try checkOffice(snapshot.part)
      guard let file = snapshot.file(snapshot.part.statusKey), file.role == .status else {
        throw .noStatusKey()
      }
      return (
        snapshot.partBytes, snapshot.rootKey, snapshot.part.issuingKeys,
        try signer(file, &state)
      )
    }
  }

  /// Whether a seal made at a moment with this key would be genuine as far as is known now.
  public func covers(kid: [UInt8], at moment: Int64) -> Bool {
    snapshot.part.issuingKeys.contains {
      $0.publicKey.id.bytes == kid && $0.state != .compromised
        && ($0.signFrom...$0.signUntil).contains(moment)
    }
  }

  /// Whole days until the last key that signs now ends; nil when none does.
  public func daysLeft(at moment: Int64) -> Int? {
    let last = issuing.filter { $0.state == .active && $0.signUntil >= moment }.map(\.signUntil)
      .max()
    return last.map { Int(($0 - moment) / 86_400) }
  }

  private func signer(_ file: KeyFile, _ state: inout State) throws(KeyError) -> any Signer {
    if let known = state.signers[file.publicKey] { return try known.get() }
    let result = Result { () throws(KeyError) in try open(file) }
    state.signers[file.publicKey] = result
    return try result.get()
  }

  /// A signer of the office's own list, or an error that says whose list this is.
  private func checkOffice(_ part: RootPart) throws(KeyError) {
    guard part.isTest == rules.isTest else { throw .kindOfKeys(isTest: part.isTest) }
    guard part.office == rules.office else { throw .otherOffice(part.office) }
  }
}
