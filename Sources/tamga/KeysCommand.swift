import ArgumentParser
import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaKeys
import TamgaSeal

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys of an office.",
    subcommands: [
      List.self, RotateKey.self, RetireKey.self, CompromiseKey.self, SignKeys.self,
      EncryptKeys.self, ChangePassphrase.self, MoveRootAway.self,
    ])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show every key; never a secret. Needs no passphrase.")

    @OptionGroup var office: OfficeOptions
    @Flag(help: "Print a JSON array.") var json = false

    func run() throws {
      let office = try office.open()
      let zone = office.configuration.zone
      let rows = KeyRow.all(office.keys)
      guard json else {
        for row in rows { print(row.line(zone)) }
        return
      }
      Terminal.print(.array(rows.map { $0.json(zone) }))
    }
  }
}

/// A key as the list shows it: an issuing key by the list that the root key signed, the others by
/// their files.
struct KeyRow {
  let role: KeyRole
  let key: PublicKey
  let state: TrustedKey.State
  let signFrom: Int64
  let signUntil: Int64
  let compromisedAt: Int64?
  /// `plain`, `encrypted`, `token`, or `none` when no secret is here.
  let custody: String

  static func all(_ keys: KeyRing) -> [KeyRow] {
    let files = keys.files
    let issuing = keys.issuing.map { key in
      KeyRow(
        role: .issuing, key: key.publicKey, state: key.state, signFrom: key.signFrom,
        signUntil: key.signUntil, compromisedAt: key.compromisedAt,
        custody: files.first { $0.publicKey == key.publicKey }?.custody.word ?? "none")
    }
    let others = files.filter { $0.publicKey == keys.rootKey || $0.publicKey == keys.statusKey }
    return issuing
      + others.map { file in
        KeyRow(
          role: file.role, key: file.publicKey, state: .active, signFrom: file.signFrom,
          signUntil: file.signUntil, compromisedAt: nil, custody: file.custody.word)
      }.sorted { $0.role.rawValue > $1.role.rawValue }
  }

  func line(_ zone: OfficeZone) -> String {
    [
      key.id.description, role.rawValue, key.algorithm.rawValue, state.rawValue,
      "\(zone.date(of: signFrom).iso) – \(zone.date(of: signUntil).iso)", custody,
    ].joined(separator: "  ")
  }

  func json(_ zone: OfficeZone) -> JSONValue {
    var members: [JSONValue.Member] = [
      .init("kid", .text(key.id.description)), .init("alg", .text(key.algorithm.rawValue)),
      .init("publicKey", .text(Base64.urlText(key.raw))), .init("role", .text(role.rawValue)),
      .init("state", .text(state.rawValue)), .init("signFrom", .text(zone.stamp(signFrom))),
      .init("signUntil", .text(zone.stamp(signUntil))), .init("custody", .text(custody)),
    ]
    if let compromisedAt {
      members.append(.init("compromisedAt", .text(zone.stamp(compromisedAt))))
    }
    return .object(members)
  }
}
