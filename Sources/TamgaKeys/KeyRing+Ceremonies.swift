public import TamgaSeal
internal import TamgaToken

extension KeyRing {
  /// Makes a new issuing or status key. A former issuing key retires: it covers papers that are on
  /// their way until `overlap` seconds from now, and its secret is removed.
  ///
  /// - Parameters:
  ///   - rootKey: The file of the root key when it is not in `keys/`.
  ///   - overlap: Longer where several machines have copies of `keys/`.
  public func rotate(
    _ role: KeyRole, custody: NewCustody = .asBefore, rootKey path: String? = nil,
    overlap: Int64 = KeyRules.overlap
  ) throws(KeyError) -> KeyID {
    try change(rootKey: path) { (snapshot, moment) throws(KeyError) in
      guard snapshot.part.issuingKeys.count < RootPart.keyLimit || role == .status else {
        throw .tooManyKeys()
      }
      let former =
        role == .status
        ? snapshot.file(snapshot.part.statusKey)
        : snapshot.issuingKey(at: moment()) ?? snapshot.files.last { $0.role == role }
      // A machine whose clock is a little behind must be able to use the new key at once.
      let since = max(
        snapshot.part.issuingKeys.last?.signFrom ?? 0, moment() - KeyRules.clockTolerance)
      let fresh = try newKey(
        role, following: former ?? snapshot.files.first { $0.role != role }, custody,
        from: role == .issuing ? since : moment())
      var part = snapshot.part
      if role == .status {
        part.statusKey = fresh.publicKey
        return (part, fresh.publicKey.id)
      }
      let start = moment()
      part.issuingKeys = part.issuingKeys.map { $0.retired(at: start, overlap: overlap) }
      part.issuingKeys.append(
        TrustedKey(
          publicKey: fresh.publicKey, signFrom: fresh.signFrom, signUntil: fresh.signUntil))
      return (part, fresh.publicKey.id)
    }
  }

  /// Ends an issuing key without a new one; its papers stay good.
  public func retire(
    _ id: KeyID, rootKey path: String? = nil, overlap: Int64 = KeyRules.overlap
  ) throws(KeyError) {
    try change(rootKey: path) { (snapshot, moment) throws(KeyError) in
      var part = snapshot.part
      let index = try Self.index(of: id, in: part)
      part.issuingKeys[index] = part.issuingKeys[index].retired(at: moment(), overlap: overlap)
      return (part, ())
    }
  }

  /// Declares a key compromised since a moment: only seals that the register logged before it stay
  /// good. Needs no passphrase of that key.
  ///
  /// - Parameter moment: Seconds since 1970; nil for now.
  public func compromise(
    _ id: KeyID, at moment: Int64? = nil, rootKey path: String? = nil
  ) throws(KeyError) {
    try change(rootKey: path) { (snapshot, now) throws(KeyError) in
      let since = moment ?? now()
      guard since <= now() else {
        throw KeyError(
          .moment, id.description, kk: "бұл сәт әлі келген жоқ", ru: "этот момент ещё не наступил",
          en: "that moment has not come yet")
      }
      var part = snapshot.part
      let index = try Self.index(of: id, in: part)
      let key = part.issuingKeys[index]
      // A second report can only move the moment back.
      part.issuingKeys[index] = TrustedKey(
        publicKey: key.publicKey, signFrom: key.signFrom, signUntil: key.signUntil,
        state: .compromised, compromisedAt: min(since, key.compromisedAt ?? since))
      return (part, ())
    }
  }

  /// Lets the root key sign the same keys again, for the office that `tamga.yaml` names.
  public func sign(rootKey path: String? = nil) throws(KeyError) {
    try change(rootKey: path) { (snapshot, _) in
      var part = snapshot.part
      part.office = rules.office
      return (part, ())
    }
  }

  /// Changes the list of keys: alone, with the root key, in one step that holds or does not.
  private func change<Value>(
    rootKey path: String?,
    _ body: (KeySnapshot, _ now: () -> Int64) throws(KeyError) -> (RootPart, Value)
  ) throws(KeyError) -> Value {
    try folder.alone { () throws(KeyError) in
      try reload()
      let snapshot = snapshot
      guard snapshot.part.isTest == rules.isTest else {
        throw .kindOfKeys(isTest: snapshot.part.isTest)
      }
      let root = try rootSigner(path)
      var (part, value) = try body(snapshot, now)
      part.sequence = snapshot.part.sequence + 1
      for (former, key) in zip(snapshot.part.issuingKeys, part.issuingKeys)
      where key.signUntil < former.signUntil && key.signUntil < now() {
        // Papers sealed since would stand outside the period: begin again.
        throw KeySnapshot.busy
      }
      try Self.sign(part, by: root, in: folder)
      try reload()
      try sweep()
      try reload()
      return value
    }
  }

  /// The root key, from `keys/` or from a file elsewhere.
  private func rootSigner(_ path: String?) throws(KeyError) -> any Signer {
    let wanted = snapshot.rootKey
    guard let path else {
      guard let file = snapshot.file(wanted), file.role == .root else { throw .noRootKey() }
      return try open(file)
    }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    guard let bytes = try KeyFolder.read(path, shown: name) else { throw .noRootKey() }
    let file = try KeyFile(bytes, place: name)
    guard file.role == .root, file.publicKey == wanted else {
      throw KeyError(
        .otherRoot, name, kk: "бұл осы кеңсенің түпкі кілті емес",
        ru: "это не корневой ключ этого ведомства", en: "this is not the root key of this office")
    }
    return try open(file, bytes: bytes)
  }

  /// Removes the secrets of keys that sign no more, and those that a broken change left behind.
  private func sweep() throws(KeyError) {
    let snapshot = snapshot
    let active = Set(snapshot.part.issuingKeys.filter { $0.state == .active }.map(\.publicKey))
    for file in snapshot.files {
      let isUsed =
        switch file.role {
        case .issuing: active.contains(file.publicKey)
        case .status: file.publicKey == snapshot.part.statusKey
        case .root: true
        }
      if !isUsed { try folder.remove(file.fileName) }
    }
  }

  private static func index(of id: KeyID, in part: RootPart) throws(KeyError) -> Int {
    guard let index = part.issuingKeys.firstIndex(where: { $0.publicKey.id == id }) else {
      throw .unknownKey(id.description)
    }
    return index
  }
}

extension TrustedKey {
  /// The key as it is after its retirement; others than active ones stay as they are.
  fileprivate func retired(at moment: Int64, overlap: Int64) -> TrustedKey {
    guard state == .active else { return self }
    return TrustedKey(
      publicKey: publicKey, signFrom: signFrom,
      signUntil: max(signFrom, min(signUntil, moment + max(KeyRules.leastOverlap, overlap))),
      state: .retired)
  }
}

extension KeyError {
  fileprivate static func tooManyKeys() -> KeyError {
    KeyError(
      .tooManyKeys, "keys", kk: "кілттер тізімі толды", ru: "список ключей полон",
      en: "the list of keys is full")
  }
}
