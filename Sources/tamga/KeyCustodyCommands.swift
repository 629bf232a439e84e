import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaKeys

/// Whose keys a passphrase is for, and how costly guessing it is.
struct CustodyOptions: ParsableArguments {
  @Option(
    help: "The keys of one role: issuing, status or root; all by default.",
    transform: Self.role)
  var role: KeyRole?

  private static func role(_ text: String) throws -> KeyRole {
    guard let role = KeyRole(rawValue: text) else {
      throw UsageError.words("--role", KeyRole.allCases.map(\.rawValue))
    }
    return role
  }

  @Option(
    help: ArgumentHelp(
      "The binary logarithm of scrypt's N; each step doubles time and memory (17: 128 MB).",
      valueName: "15-20"))
  var cost: Int = EncryptedKey.cost

  func validate() throws {
    guard EncryptedKey.costs.contains(cost) else {
      throw UsageError.range(
        "--cost", EncryptedKey.costs.lowerBound...EncryptedKey.costs.upperBound)
    }
  }

  var roles: Set<KeyRole> { role.map { [$0] } ?? Set(KeyRole.allCases) }
}

struct EncryptKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "encrypt", abstract: "Put the plain key files under a passphrase.",
    discussion: """
      Prints the names of the files. The former plain bytes may stay readable on the disk: encrypt
      before the first paper, or rotate the key afterwards. A lost passphrase cannot be recovered.
      """)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var custody: CustodyOptions

  func run() throws {
    let office = try office.open()
    for name in try office.keys.encrypt(custody.roles, cost: custody.cost) {
      print("keys/" + name)
    }
  }
}

struct ChangePassphrase: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "passphrase", abstract: "Change the passphrase of encrypted keys.",
    discussion: """
      The former one comes through --passphrase-fd or a credential. Both may come from one
      descriptor, the former on the first line. Prints the names of the files.
      """)

  @OptionGroup var office: OfficeOptions
  @OptionGroup var custody: CustodyOptions

  @Option(help: ArgumentHelp("A descriptor with the new passphrase.", valueName: "n"))
  var newPassphraseFd: Int32

  func run() throws {
    let office = try office.open()
    let fresh = try Passphrases.line(of: newPassphraseFd)
    let names = try office.keys.changePassphrase(custody.roles, to: fresh, cost: custody.cost)
    for name in names { print("keys/" + name) }
  }
}

struct MoveRootAway: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "root-away", abstract: "Move the root key's file out of the office.",
    discussion: """
      FILE is a new file on a medium that is then locked away. Issuing, statuses and trust bundles go
      on without it; rotate, retire and compromise ask for it by --root-key. Encrypt it first.
      """)

  @Argument(help: ArgumentHelp("A new file outside the office.", valueName: "file"))
  var file: String

  @OptionGroup var office: OfficeOptions

  func run() throws {
    let office = try office.open()
    let isPlain = office.keys.files.contains { $0.role == .root && $0.custody == .plain }
    try office.keys.moveRootAway(to: file)
    print(file)
    guard isPlain else { return }
    Terminal.say(
      Message(
        kk: "бұл файл шифрланбаған: оны оқыған адам кеңсенің атынан кілт жасай алады",
        ru: "файл не зашифрован: кто его прочтёт, сможет создавать ключи от имени ведомства",
        en: "the file is not encrypted: whoever reads it can make keys in the office's name"),
      .warning)
  }
}
