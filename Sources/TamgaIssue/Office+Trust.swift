internal import Crypto
import TamgaDomain
import TamgaFiles
import TamgaKeys
public import TamgaRegister
public import TamgaSeal
import TamgaTemplates

extension Office {
  /// The kinds as verifiers must know them: those of the templates, and those of papers that are out and have no
  /// template any more, as they were issued. Where both have one code, the papers that are out are named.
  public var kindEntries: [KindEntry] {
    let gone = ((try? goneKinds()) ?? []).map { kind in
      // Whether a passport is printed, its seals tell; the labels of further claims went with the template.
      KindEntry(
        code: kind.issued.code, id: kind.document, title: kind.issued.title,
        effect: kind.issued.effect, printsPassport: false, further: [])
    }
    let codes = Set(gone.map(\.code))
    let here = library.templates.values.map { KindEntry($0.kind) }.filter {
      !codes.contains($0.code)
    }
    return (here + gone).sorted { $0.code < $1.code }
  }

  /// The issuing bodies at the places that seals name.
  public func bodyEntries() throws(RegisterError) -> [BodyEntry] {
    try register.bodies().map { BodyEntry(code: $0.code, name: $0.name) }
  }

  /// Whose signatures the files of papers may carry: the certificates with which papers were signed so far; nil for
  /// an office that has signed none.
  public func signersPart() throws(RegisterError) -> SignersPart? {
    let certificates = try register.certificates()
    guard !certificates.isEmpty else { return nil }
    var roots: [[UInt8]] = []
    for one in certificates where !roots.contains(one.root) { roots.append(one.root) }
    return SignersPart(
      entries: certificates.map {
        SignersPart.Entry(body: $0.body, sha256: Array(SHA256.hash(data: $0.bytes)))
      }, roots: roots)
  }

  /// Makes a trust bundle of this moment: keys, every status, replacing numbers. Uses the next
  /// sequence, so that a store tells newer from older.
  ///
  /// - Parameters:
  ///   - withFonts: False for those who read no PDF: 100 KB less.
  ///   - agent: Who exports, for the register's event.
  /// - Throws: ``IssueError`` of code `registerOlder`: an older register would call revoked papers valid; of code
  ///   `kindChanged`: papers that are out would say something else.
  public func exportBundle(withFonts: Bool = true, agent: String) throws -> TrustBundle {
    try refuseOlderRegister()
    try refuseChangedKinds(by: agent)
    let moment = now()
    let day = configuration.zone.date(of: moment)
    let snapshot = try register.statuses(notExpiredOn: day)
    let lists = snapshot.lists.map { list in
      StatusList(number: list.number, size: StatusIndex.listSize, list.marks)
    }
    var replacements: [StatusIndex: String] = [:]
    for entry in snapshot.replacements {
      replacements[entry.statusIndex] = entry.replacedBy.description
    }
    try keys.refresh()
    let signing = try keys.bundleParts()
    var logged: [[UInt8]: LoggedSeals] = [:]
    for key in signing.issuing {
      guard let compromisedAt = key.compromisedAt else { continue }
      let prefixes = try register.sealsLogged(kid: key.publicKey.id.bytes, before: compromisedAt)
      logged[key.publicKey.thumbprint] = LoggedSeals(prefixes)
    }
    var status = StatusPart(
      sequence: UInt64(try register.nextSequence(by: agent, at: moment)), issuedAt: moment,
      nextUpdate: moment + Int64(configuration.bundleDays) * 86_400,
      officeName: configuration.name, zone: configuration.zone, host: configuration.verifyHost,
      kinds: kindEntries, bodies: try bodyEntries(), lists: lists, replacements: replacements,
      logged: logged)
    status.signers = try signersPart()?.bytes
    let bundle = try TrustBundle.assembled(
      root: signing.root, rootKey: signing.rootKey, status: status,
      fonts: fontsPart(by: signing.signer), by: signing.signer)
    return try withFonts ? bundle : bundle.withoutFonts()
  }

  /// The signed fonts of all papers so far; nil for an office that has kept none.
  private func fontsPart(by signer: some Signer) throws -> [UInt8]? {
    // Statuses must go out also when a font file of the machine was replaced: `issue` complains.
    try? fonts.confirm(library.shared.fonts, at: now())
    guard let part = try fonts.part() else { return nil }
    return try fonts.signed(part, by: signer)
  }

  /// The fonts of all papers that the office has issued; nil where none are kept or they cannot be
  /// read.
  public func knownFonts() -> FontsPart? {
    try? fonts.confirm(library.shared.fonts, at: now())
    return (try? fonts.part()) ?? nil
  }

  /// Exports a bundle into a file, complete or absent.
  public func exportBundle(
    to path: String, withFonts: Bool = true, agent: String
  ) throws -> TrustBundle {
    let bundle = try exportBundle(withFonts: withFonts, agent: agent)
    try OfficeFile.saying { () throws(FileFault) in try OutputFolder.refuseLinks(above: path) }
    try OfficeFile.write(bundle.bytes, to: path, mode: 0o640)
    return bundle
  }
}
