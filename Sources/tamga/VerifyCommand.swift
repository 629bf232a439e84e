import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaIssue
import TamgaOptics
import TamgaSeal
import TamgaVerify

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether a paper is genuine and in force.",
    discussion: """
      INPUT is the text of a code, a picture, a PDF, a folder (with --recursive) or "-".
      Judges by a trust bundle without any network, or by an office's own register.
      Exit status: 0 valid; 3 genuine but not in force; 4 not genuine or altered; 5 no seal found;
      several inputs: the highest. 64 usage, 66 input unreadable.
      """)

  @Argument(help: ArgumentHelp("What to check.", valueName: "input"))
  var inputs: [String] = []

  @Option(help: ArgumentHelp("A trust bundle.", valueName: "bundle"))
  var trust: String?

  @Option(
    help: ArgumentHelp("The root key's fingerprint that the bundle must have.", valueName: "hex"))
  var root: String?

  @OptionGroup var office: OfficeOption
  @OptionGroup var common: CommonOptions

  @Option(help: ArgumentHelp("Ask about noon of another day.", valueName: "yyyy-MM-dd"))
  var on: String?

  @Option(
    help: ArgumentHelp(
      "The number, to ask the register when the code is damaged.", valueName: "number"))
  var number: String?

  @Option(help: ArgumentHelp("The check code that stands beside the number.", valueName: "code"))
  var code: String?

  @Option(
    help: ArgumentHelp(
      "Seconds to try each input, about 2 by default (or TAMGA_PATIENCE).", valueName: "seconds"))
  var patience: Double?

  @Flag(help: "Print one JSON object for each paper.")
  var json = false

  @Flag(help: "Look into folders.")
  var recursive = false

  func validate() throws {
    if let on, CalendarDate(iso: on) == nil { throw ValidationError("--on is a date yyyy-MM-dd") }
    guard (number == nil) == (code == nil) else {
      throw ValidationError("--number and --code go together")
    }
    if number != nil, !inputs.isEmpty { throw ValidationError("--number takes no INPUT") }
    if number == nil, inputs.isEmpty {
      throw ValidationError("name an INPUT, or --number and --code")
    }
    if number != nil, trust != nil { throw ValidationError("--number asks an office's register") }
    if trust != nil, office.office != nil {
      throw ValidationError("--trust and --office exclude each other")
    }
    if let patience, !(0.1...3600).contains(patience) {
      throw ValidationError("--patience is 0.1 to 3600 seconds")
    }
    if root != nil, trust == nil { throw ValidationError("--root goes with --trust") }
  }

  func run() throws {
    let day = on.flatMap { CalendarDate(iso: $0) }
    var worst: Int32 = 0
    if let number, let code {
      let office = try office.open(common)
      let verifier = Verifier(trust: office.trustState(), now: office.now(), on: day)
      guard let facts = try office.facts(number: number, code: code) else {
        throw Complaint(
          Message(
            kk: "мұндай нөмір мен тексеру коды жұбы жоқ",
            ru: "такой пары номера и проверочного кода нет",
            en: "there is no paper with this number and check code"), exit: ExitCode(4))
      }
      show(verifier.verdict(on: facts), input: number, &worst)
    } else {
      let verifier = try makeVerifier(day)
      for input in try allInputs() {
        try judge(input, verifier, &worst)
      }
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  private func makeVerifier(_ day: CalendarDate?) throws -> Verifier {
    let now = Office.systemClock()
    if let trust {
      guard let data = FileManager.default.contents(atPath: trust) else {
        throw unreadable(trust)
      }
      let bundle = try TrustBundle(Array(data), root: root)
      if !json {
        Terminal.say(
          "tamga: "
            + Message(
              kk:
                "сенім тізімі № \(bundle.status.sequence), түпкі кілт \(bundle.rootKey.fingerprint)",
              ru:
                "список доверия № \(bundle.status.sequence), корневой ключ \(bundle.rootKey.fingerprint)",
              en: "trust bundle \(bundle.status.sequence), root key \(bundle.rootKey.fingerprint)")[
              Complaint.tongue])
      }
      return Verifier(trust: TrustState(bundle), now: now, on: day)
    }
    let office = try office.open(common)
    return Verifier(trust: office.trustState(), now: now, on: day)
  }

  private func unreadable(_ input: String) -> Complaint {
    Complaint(
      Message(kk: "оқылмайды", ru: "не читается", en: "cannot be read"), place: input,
      exit: ExitCode(66))
  }

  /// Files in place of folders, in the order of their names.
  private func allInputs() throws -> [String] {
    var files: [String] = []
    for input in inputs {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: input, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        files.append(input)
        continue
      }
      guard recursive else {
        throw Complaint(
          Message(kk: "бұл қалта", ru: "это папка", en: "this is a folder"), place: input,
          hint: Message(
            kk: "--recursive қосыңыз", ru: "добавьте --recursive", en: "add --recursive"),
          exit: ExitCode(64))
      }
      let names = FileManager.default.enumerator(atPath: input)?.compactMap { $0 as? String } ?? []
      for name in names.sorted() {
        let path = input + "/" + name
        var isFolder: ObjCBool = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        if isThere, !isFolder.boolValue, !name.hasPrefix(".") { files.append(path) }
      }
    }
    return files
  }

  private func judge(_ input: String, _ verifier: Verifier, _ worst: inout Int32) throws {
    let bytes: [UInt8]
    if input == "-" {
      bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
    } else if let data = FileManager.default.contents(atPath: input) {
      bytes = Array(data)
    } else if PayloadText.looksLikePayload(input) {
      bytes = Array(input.utf8)
    } else {
      throw unreadable(input)
    }
    let sighting: Sighting
    do throws(OpticsError) {
      let seconds = patience ?? Surroundings.patience
      sighting = try InputReader.sighting(
        of: bytes, patience: seconds.map { .seconds($0) } ?? InputReader.patience)
    } catch {
      throw Complaint(
        Message(kk: error.message, ru: error.message, en: error.message),
        place: input + " (" + error.place + ")",
        hint: error.hint.map { Message(kk: $0, ru: $0, en: $0) }, exit: ExitCode(66))
    }
    for verdict in verifier.verdicts(on: sighting) { show(verdict, input: input, &worst) }
  }

  private func show(_ verdict: Verdict, input: String, _ worst: inout Int32) {
    worst = max(worst, verdict.outcome.exitCode)
    if json {
      Terminal.print(verdict.json(input: input))
    } else {
      let pages =
        verdict.pages.isEmpty
        ? "" : " [" + verdict.pages.map(String.init).joined(separator: ", ") + "]"
      print(input.prefix(120) + pages)
      for line in verdict.lines(Complaint.tongue) { print("  " + line) }
    }
  }
}

extension Outcome {
  /// Contract `commands.md`, `tamga verify`.
  fileprivate var exitCode: Int32 {
    switch self {
    case .valid: 0
    case .revoked, .superseded, .suspended, .expired, .notYetValid, .statusUnknown: 3
    case .notGenuine, .altered: 4
    case .noSeal: 5
    }
  }
}

extension PayloadText {
  /// A text given in place of a file's name.
  fileprivate static func looksLikePayload(_ text: String) -> Bool {
    text.hasPrefix("https://") || text.hasPrefix("http://") || text.hasPrefix("TG1:")
      || text.count >= 40 && text.allSatisfy { $0.isASCII && $0.isNumber }
  }
}
