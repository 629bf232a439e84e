import ArgumentParser
import Foundation
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaIssue
import TamgaLog
import TamgaRegister
import TamgaSeal

struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign the log as it is now and print the checkpoint for a second holder.",
    discussion: """
      'issue' and 'trust export' sign one as well. Whoever keeps a checkpoint elsewhere can show
      later that nothing before it was changed: 'register audit --checkpoint FILE'.
      """)

  @OptionGroup var office: OfficeOptions

  @Flag(help: "Print the log's public key instead.") var key = false

  func run() throws {
    let office = try office.open()
    if key {
      for key in try office.logKeys() { print(key) }
    } else {
      print(try office.signCheckpoint().text, terminator: "")
    }
  }
}

struct ProveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "prove",
    abstract: "Write evidence of everything that happened to a paper, or check such evidence.",
    discussion: """
      The evidence is checked without the office: 'tamga register prove --check FILE --key KEY', or
      by any reader of C2SP tlog-proof. It holds no person.
      """)

  @Argument(help: ArgumentHelp("The number, NUMBER~2 for a copy.", valueName: "number"))
  var number: String?

  @Option(help: ArgumentHelp("The kind, where several have this number.", valueName: "kind"))
  var document: String?

  @Option(help: ArgumentHelp("The folder for the evidence.", valueName: "folder"))
  var output = "Output"

  @Option(help: ArgumentHelp("Evidence to check.", valueName: "file"))
  var check: String?

  @Option(help: ArgumentHelp("The log's public key for --check.", valueName: "key"))
  var key: [String] = []

  @OptionGroup var form: DataForm

  @OptionGroup var office: OfficeOptions

  func validate() throws {
    guard (number == nil) != (check == nil) else {
      throw UsageError(
        .missing, kk: "нөмірді немесе --check арқылы дәлел беріңіз",
        ru: "укажите номер или доказательство через --check",
        en: "name a NUMBER, or evidence with --check")
    }
    if check != nil, key.isEmpty { throw UsageError.needs("--check", "--key") }
  }

  func run() throws {
    if let check { return try self.check(check) }
    let office = try office.open()
    let paper = try office.paper(number ?? "", document: document)
    let folder = output + "/evidence/" + paper.number.fileName
    try OutputFolder.make(folder)
    for evidence in try office.evidence(of: paper) {
      let entry = try evidence.verified(by: office.logKeys()).entry
      let path =
        "\(folder)/\(entry.sequence)-\(entry.what).\(InclusionEvidence.fileExtension)"
      try Files.write(Array(evidence.text.utf8), to: path)
      print(path)
    }
  }

  private func check(_ path: String) throws {
    let text = try Files.text(of: path)
    do {
      let keys = try key.map { try VerifierKey($0) }
      let found = try InclusionEvidence(text).verified(by: keys)
      form.print(
        .object([
          .init("log", .text(found.checkpoint.origin)),
          .init("size", .integer(Int64(found.checkpoint.size))),
          .init("sequence", .integer(found.entry.sequence)), .init("at", .integer(found.entry.at)),
          .init("who", .text(found.entry.who)), .init("what", .text(found.entry.what)),
          .init("detail", .text(found.entry.detail)),
        ]), Self.lines(found.checkpoint, found.entry))
    } catch let fault as LogFault {
      throw fault.at(path, exit: .notGenuine)
    }
  }
}

extension ProveCommand {
  /// What was proved, for people: moments in UTC, since no office says its zone here.
  fileprivate static func lines(_ checkpoint: Checkpoint, _ entry: LogEntry) -> [String] {
    let rows: [(Message, String)] = [
      (Message(kk: "Журнал", ru: "Журнал", en: "Log"), checkpoint.origin),
      (Message(kk: "Жазба", ru: "Запись", en: "Entry"), "\(entry.sequence) / \(checkpoint.size)"),
      (
        Message(kk: "Уақыты", ru: "Время", en: "When"),
        OfficeZone("UTC").map { $0.stamp(entry.at) } ?? "\(entry.at)"
      ),
      (Message(kk: "Кім", ru: "Кто", en: "Who"), entry.who),
      (
        Message(kk: "Не болды", ru: "Что произошло", en: "What"),
        RegisterEvent.words(of: entry.what)[Terminal.language]
      ),
    ]
    return TextTable.lines(rows.map { [$0.0[Terminal.language], $0.1] })
  }
}

extension Office {
  /// At the end of a command that changed papers: a checkpoint, or why there is none. What was done
  /// stays done.
  func signCheckpointOrComplain() {
    do { try signCheckpoint() } catch { Terminal.tell(error) }
  }
}
