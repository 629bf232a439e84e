internal import Crypto
internal import TamgaFormats

extension SQLRegister {
  public func keep(
    _ signatures: [SignatureRecord], by agent: String, at moment: Int64
  ) throws(RegisterError) -> [SignatureOutcome] {
    try RegisterLimits.check(group: signatures.count)
    for record in signatures { try record.check() }
    return try change(by: agent, at: moment) { log in
      let serials = signatures.map(\.serial)
      try PaperRow.lock(log.session, serials)
      let papers = try PaperRow.all(log.session, serials: serials)
      var kept = try Self.signatures(log.session, serials)
      var rows: [[any SQLArgument]] = []
      let outcomes = signatures.map { record -> SignatureOutcome in
        guard let paper = papers[record.serial] else {
          return .refused(.unknown(serial: record.serial))
        }
        if paper.state != .void, let stored = kept[record.serial] {
          return stored == record ? .kept : .keptBefore(stored)
        }
        // What is issued has its file; what is not sealed has no text.
        guard paper.state == .sealed else {
          return .refused(.illegal(.confirm, paper.number, paper.condition))
        }
        kept[record.serial] = record
        rows.append([
          record.serial, record.room, record.certificate, record.bytes,
          PaperDigest.signature(record),
        ])
        log.write(
          EventLog.signed, record.serial,
          [
            "certificate": Hex.text(record.certificate),
            "sha256": Hex.text(Array(SHA256.hash(data: record.bytes))),
          ])
        return .kept
      }
      try log.session.execute(
        """
        INSERT INTO document_signature (serial, room, certificate, cms, digest)
        VALUES (?, ?, ?, ?, ?)
        """, each: rows)
      return outcomes
    }
  }

  public func signatures(
    of serials: [Int64]
  ) throws(RegisterError) -> [Int64: SignatureRecord] {
    guard !serials.isEmpty else { return [:] }
    return try snapshot { try Self.signatures($0, serials) }
  }

  private static func signatures(
    _ session: any SQLSession, _ serials: [Int64]
  ) throws -> [Int64: SignatureRecord] {
    let rows = try session.rows(
      "SELECT serial, room, certificate, cms FROM document_signature WHERE serial = ?",
      each: Set(serials).map { [$0] }
    ) {
      SignatureRecord(
        serial: $0.int(0), room: Int($0.int(1)), certificate: $0.bytes(2), bytes: $0.bytes(3))
    }
    return Dictionary(uniqueKeysWithValues: rows.joined().map { ($0.serial, $0) })
  }

  public func signatureDigestHolds(_ serial: Int64) throws(RegisterError) -> Bool {
    try snapshot { session in
      guard let record = try Self.signatures(session, [serial])[serial] else { return true }
      return try session.first(
        "SELECT digest FROM document_signature WHERE serial = ?", [serial]
      ) { $0.bytes(0) } == PaperDigest.signature(record)
    }
  }

  public func certificates() throws(RegisterError) -> [RegisteredCertificate] {
    try snapshot(Self.certificates)
  }

  public func add(
    _ certificates: [RegisteredCertificate], by agent: String, at moment: Int64
  ) throws(RegisterError) {
    for certificate in certificates { try certificate.check() }
    // Nearly always they are all there: no transaction is begun.
    let known = try self.certificates()
    if certificates.allSatisfy(known.contains) { return }
    try change(by: agent, at: moment) { log in
      let session = log.session
      if let lock = session.dialect.logLock { _ = try session.exists(lock, []) }
      var all = try Self.certificates(session)
      for one in certificates
      where !all.contains(where: { $0.body == one.body && $0.bytes == one.bytes }) {
        guard all.count < RegisteredCertificate.countLimit else {
          throw RegisterError.limit(
            "signatures", all.count + 1, .count("0–\(RegisteredCertificate.countLimit)"))
        }
        try session.execute(
          "INSERT INTO signing_certificate (place, body, certificate, root) VALUES (?, ?, ?, ?)",
          [all.count, one.body, one.bytes, one.root])
        log.write(EventLog.certificate, nil, one.logged(at: all.count))
        all.append(one)
      }
    }
  }

  private static func certificates(_ session: any SQLSession) throws -> [RegisteredCertificate] {
    try session.rows(
      "SELECT body, certificate, root FROM signing_certificate ORDER BY place", []
    ) { RegisteredCertificate(body: $0.text(0), bytes: $0.bytes(1), root: $0.bytes(2)) }
  }
}

extension RegisteredCertificate {
  /// What the log says of it.
  fileprivate func logged(at place: Int) -> KeyValuePairs<String, String> {
    [
      "place": String(place), "body": body, "certificate": Self.sum(bytes), "root": Self.sum(root),
    ]
  }

  private static func sum(_ bytes: [UInt8]) -> String {
    Hex.text(Array(SHA256.hash(data: bytes)))
  }

  /// The same as members.
  public func members(at place: Int) -> [String: String] {
    Dictionary(uniqueKeysWithValues: logged(at: place).map { ($0.key, $0.value) })
  }
}
