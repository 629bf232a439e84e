import ArgumentParser
import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaKeys
import TamgaRegister
import TamgaSeal

/// What every change of the keys asks.
struct KeyChangeOptions: ParsableArguments {
  @OptionGroup var office: OfficeOptions

  @Option(
    help: ArgumentHelp("The root key's file, when it is not in keys/.", valueName: "file"))
  var rootKey: String?

  func open() throws -> Office {
    try office.open()
  }
}

/// Issuing and status keys change; a new root key is a new office for every verifier.
enum RotatedRole: String, ExpressibleByArgument, CaseIterable { case issuing, status }

struct RotateKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rotate", abstract: "Make a new issuing or status key; the former one retires.",
    discussion: """
      Needs the root key. Papers of a retired key stay good; its secret is removed. Runs of this
      moment go on and change keys by themselves. The new key is kept as the former one: plain,
      encrypted with the same passphrase, or in the same token.
      """, aliases: ["new"])

  @OptionGroup var change: KeyChangeOptions

  @Option(help: "Which key: issuing or status.")
  var role = RotatedRole.issuing

  @Option(help: ArgumentHelp("Make the key in this token.", valueName: "label"))
  var token: String?

  @Option(help: ArgumentHelp("The token's PKCS #11 module, a full path.", valueName: "file"))
  var module: String?

  @Option(
    help: ArgumentHelp(
      "How long the former key still covers papers, where several machines have copies of keys/.",
      valueName: "minutes"))
  var overlap: Int = Int(KeyRules.overlap / 60)

  func validate() throws {
    guard (token == nil) == (module == nil) else {
      throw UsageError.both("--token", "--module")
    }
    guard (1...10_080).contains(overlap) else {
      throw UsageError.range("--overlap", 1...10_080)
    }
  }

  func run() throws {
    let office = try change.open()
    var custody = NewCustody.asBefore
    if let token, let module { custody = .token(label: token, module: module) }
    let id = try office.keys.rotate(
      role == .issuing ? .issuing : .status, custody: custody, rootKey: change.rootKey,
      overlap: Int64(overlap) * 60)
    print(id)
    sayNext()
  }
}

extension RotateKey {
  /// What has to follow, so that nobody is told that a new paper is forged.
  private func sayNext() {
    Terminal.say(
      Message(
        kk:
          "енді «tamga trust export» арқылы сенім бумасын шығарып, тексерушілерге таратыңыз: жаңа кілтпен шыққан құжатты олар содан кейін ғана таниды",
        ru:
          "теперь выпустите пакет доверия («tamga trust export») и раздайте проверяющим: документы с новым ключом они узнают только после этого",
        en:
          "now export a trust bundle ('tamga trust export') and hand it to those who check: only then do they know papers of the new key"
      ), .hint)
    Terminal.say(
      Message(
        kk:
          "кілттердің сақтық көшірмесін жаңартыңыз; басқа машиналардың keys/ қалтасына да көшіріңіз",
        ru: "обновите резервную копию ключей и keys/ на других машинах",
        en: "renew the backup of the keys, and keys/ on other machines"), .hint)
  }
}

struct RetireKey: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retire", abstract: "End an issuing key without a new one; its papers stay good.",
    discussion: "Needs the root key. The secret is removed.")

  @OptionGroup var change: KeyChangeOptions

  @Argument(help: ArgumentHelp("16 hex digits.", valueName: "kid"), transform: KeyID.typed)
  var kid: KeyID

  func run() throws {
    try change.open().keys.retire(kid, rootKey: change.rootKey)
  }
}

struct SignKeys: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sign", abstract: "Let the root key sign the list of keys again.",
    discussion: "After the office id in tamga.yaml was corrected, before the first paper.")

  @OptionGroup var change: KeyChangeOptions

  func run() throws {
    try change.open().keys.sign(rootKey: change.rootKey)
  }
}

extension KeyID {
  /// Reads a kid of the command line.
  static func typed(_ text: String) throws -> KeyID {
    guard let bytes = Hex.bytes(text), let id = KeyID(bytes) else {
      throw UsageError(
        .value, kk: "кілттің белгісі – он алтылық 16 цифр",
        ru: "номер ключа – 16 шестнадцатеричных цифр",
        en: "a kid is 16 hexadecimal digits",
        hint: Message(
          kk: "«tamga keys list» кілттерді көрсетеді", ru: "ключи показывает «tamga keys list»",
          en: "'tamga keys list' shows the keys"))
    }
    return id
  }
}
