import TamgaDomain
import TamgaKeys
import TamgaRegister
public import TamgaSeal
import TamgaTemplates

extension Office {
  /// The kinds as verifiers must know them.
  public var kindEntries: [KindEntry] {
    library.templates.values.map { KindEntry($0.kind) }.sorted { $0.code < $1.code }
  }

  /// Makes a trust bundle of this moment: keys, every status, replacing numbers. Uses the next
  /// sequence, so that a store tells newer from older.
  public func exportBundle() throws -> TrustBundle {
    let moment = now()
    let day = configuration.zone.date(of: moment)
    let snapshot = try register.statuses(notExpiredOn: day)
    let lists = snapshot.lists.map { list in
      StatusList(number: list.number, size: TamgaSeal.StatusIndex.listSize, list.marks)
    }
    var replacements: [TamgaSeal.StatusIndex: String] = [:]
    for entry in snapshot.replacements {
      guard
        let index = TamgaSeal.StatusIndex(
          list: entry.statusIndex.list, position: entry.statusIndex.position)
      else { continue }
      replacements[index] = entry.replacedBy.description
    }
    try keys.refresh()
    let signing = try keys.bundleParts()
    var logged: [[UInt8]: LoggedSeals] = [:]
    for key in signing.issuing {
      guard let compromisedAt = key.compromisedAt else { continue }
      let prefixes = try register.sealsLogged(kid: key.publicKey.id.bytes, before: compromisedAt)
      logged[key.publicKey.thumbprint] = LoggedSeals(prefixes.map(Self.bigEndian))
    }
    let status = StatusPart(
      sequence: UInt64(try register.nextSequence()), issuedAt: moment,
      nextUpdate: moment + Int64(configuration.bundleDays) * 86_400,
      officeName: configuration.name, zone: configuration.zone, host: configuration.verifyHost,
      kinds: kindEntries, lists: lists, replacements: replacements, logged: logged)
    return try TrustBundle.assembled(
      root: signing.root, rootKey: signing.rootKey, status: status, by: signing.signer)
  }

  /// Exports a bundle into a file, complete or absent.
  public func exportBundle(to path: String) throws -> TrustBundle {
    let bundle = try exportBundle()
    try DurableFile.write(bundle.bytes, to: path, mode: 0o644)
    return bundle
  }

  private static func bigEndian(_ number: UInt64) -> [UInt8] {
    (0..<8).map { UInt8(truncatingIfNeeded: number >> UInt64(8 * (7 - $0))) }
  }
}
