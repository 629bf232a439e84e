import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaSeal

struct KeysCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "keys", abstract: "The keys of an office.",
    subcommands: [List.self, Rotate.self, Compromise.self])

  struct List: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "list", abstract: "Show every key; never a secret.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var common: CommonOptions
    @Flag(help: "Print a JSON array.") var json = false

    func run() throws {
      let office = try office.open(common)
      let zone = office.configuration.zone
      let rows = office.keys.files.sorted {
        ($0.role.rawValue, $0.signFrom) < ($1.role.rawValue, $1.signFrom)
      }
      guard json else {
        for file in rows {
          print(
            "\(file.key.publicKey.id)  \(file.role.rawValue)  \(file.key.publicKey.algorithm.rawValue)  \(file.state.rawValue)  \(zone.date(of: file.signFrom).iso) – \(zone.date(of: file.signUntil).iso)"
          )
        }
        return
      }
      Terminal.print(
        .array(
          rows.map { file in
            .object([
              .init("kid", .text(file.key.publicKey.id.description)),
              .init("alg", .text(file.key.publicKey.algorithm.rawValue)),
              .init("publicKey", .text(Self.base64url(file.key.publicKey.raw))),
              .init("role", .text(file.role.rawValue)), .init("state", .text(file.state.rawValue)),
              .init("signFrom", .text(zone.stamp(file.signFrom))),
              .init("signUntil", .text(zone.stamp(file.signUntil))),
            ])
          }))
    }

    private static func base64url(_ bytes: [UInt8]) -> String {
      Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_")
        .replacing("=", with: "")
    }
  }

  struct Rotate: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "rotate", abstract: "Make a new issuing key; the former one retires.",
      discussion: "Needs the root key in keys/. Papers of the retired key stay good.")

    @OptionGroup var office: OfficeOption
    @OptionGroup var common: CommonOptions

    func run() throws {
      print(try office.open(common).rotateKey())
    }
  }

  struct Compromise: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "compromise", abstract: "Declare an issuing key compromised.",
      discussion:
        "Only seals that the register logged before that moment stay good. Needs the root key.")

    @Argument(help: ArgumentHelp("16 hex digits.", valueName: "kid"))
    var kid: String

    @Option(
      help: ArgumentHelp("Since when, seconds since 1970; now by default.", valueName: "seconds"))
    var at: Int64?

    @OptionGroup var office: OfficeOption
    @OptionGroup var common: CommonOptions

    func run() throws {
      guard let bytes = Hex.bytes(kid), let id = KeyID(bytes) else {
        throw ValidationError("a kid is 16 hex digits")
      }
      let office = try office.open(common)
      try office.compromiseKey(id, at: at ?? office.now())
    }
  }
}
