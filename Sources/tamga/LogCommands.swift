import ArgumentParser
import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaLog
import TamgaRegister

struct CheckpointCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "checkpoint",
    abstract: "Sign the log as it is now and print the checkpoint for a second holder.",
    discussion: """
      'issue' and 'trust export' sign one as well. Whoever keeps a checkpoint elsewhere can show
      later that nothing before it was changed: 'register audit --checkpoint FILE'.
      """)

  @OptionGroup var office: OfficeOption
  @OptionGroup var common: CommonOptions

  @Flag(help: "Print the log's public key instead.") var key = false

  func run() throws {
    let office = try office.open(common)
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

  @OptionGroup var office: OfficeOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard (number == nil) != (check == nil) else {
      throw ValidationError("name a NUMBER, or evidence with --check")
    }
    if check != nil, key.isEmpty { throw ValidationError("--check needs --key") }
  }

  func run() throws {
    if let check { return try self.check(check) }
    let office = try office.open(common)
    let paper = try office.paper(number ?? "", document: document)
    let folder = output + "/evidence/" + paper.number.fileName
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    for evidence in try office.evidence(of: paper) {
      let entry = try evidence.verified(by: office.logKeys()).entry
      let path =
        "\(folder)/\(entry.sequence)-\(entry.what).\(InclusionEvidence.fileExtension)"
      try Files.write(Array(evidence.text.utf8), to: path)
      print(path)
    }
  }

  private func check(_ path: String) throws {
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw Complaint(
        Message(kk: "оқылмайды", ru: "не читается", en: "cannot be read"), place: path,
        exit: ExitCode(66))
    }
    do {
      let keys = try key.map { try VerifierKey($0) }
      let found = try InclusionEvidence(text).verified(by: keys)
      Terminal.print(
        .object([
          .init("log", .text(found.checkpoint.origin)),
          .init("size", .integer(Int64(found.checkpoint.size))),
          .init("sequence", .integer(found.entry.sequence)), .init("at", .integer(found.entry.at)),
          .init("who", .text(found.entry.who)), .init("what", .text(found.entry.what)),
          .init("detail", .text(found.entry.detail)),
        ]))
    } catch let fault as LogFault {
      throw Complaint(fault.message, place: path, hint: fault.hint, exit: ExitCode(4))
    }
  }
}

extension Office {
  /// At the end of a command that changed papers: a checkpoint, or why there is none. What was done
  /// stays done.
  func signCheckpointOrComplain() {
    do { try signCheckpoint() } catch { Complaint.say(error) }
  }
}
