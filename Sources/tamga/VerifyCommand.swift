import ArgumentParser
import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaInput
import TamgaIssue
import TamgaOptics
import TamgaRegister
import TamgaService
import TamgaVerify

enum OCROption: String, ExpressibleByArgument, CaseIterable { case auto, never }

struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether a paper is genuine and in force.",
    discussion: """
      INPUT is the text of a code, a picture, a PDF, a folder (with --recursive) or "-".
      Judges by a trust bundle without any network, or by an office's own register.
      Exit status: 0 valid; 3 genuine but not in force; 4 not genuine or altered; 5 no seal found;
      several inputs: the highest. 64 usage, 66 input unreadable; the other inputs are judged all
      the same. In a folder what is no paper is left out and counted.
      """)

  @Argument(help: ArgumentHelp("What to check.", valueName: "input"))
  var inputs: [String] = []

  @Option(
    help: ArgumentHelp(
      "A trust bundle, or a store of bundles; several for papers of several offices.",
      valueName: "bundle"))
  var trust: [String] = []

  @Option(
    help: ArgumentHelp(
      "The root key's fingerprint that the bundle must have; one for each office.",
      valueName: "hex"))
  var root: [String] = []

  @OptionGroup var office: OfficeOptions

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

  @Option(
    help: ArgumentHelp("Write a table of comma-separated values as well.", valueName: "file"))
  var csv: String?

  @Option(
    help: ArgumentHelp(
      "Write pictures of the pages of PDFs as they were checked into this folder.",
      valueName: "folder"))
  var show: String?

  @Option(help: ArgumentHelp("Inputs at a time; one for each core by default.", valueName: "count"))
  var jobs: Int = ProcessInfo.processInfo.activeProcessorCount

  @Option(
    help: "Read the words of pictures by Tesseract as a hint, where it is installed: auto or never."
  )
  var ocr = OCROption.auto

  func validate() throws {
    if let on, CalendarDate(iso: on) == nil { throw UsageError.date("--on") }
    guard (number == nil) == (code == nil) else {
      throw UsageError.both("--number", "--code")
    }
    if number != nil, !inputs.isEmpty {
      throw UsageError(
        .together, kk: "--number берілсе, кіріс файл берілмейді",
        ru: "с --number входные файлы не указываются", en: "--number goes without an INPUT")
    }
    if number == nil, inputs.isEmpty {
      throw UsageError(
        .missing, kk: "кірісті немесе --number мен --code беріңіз",
        ru: "укажите вход или --number и --code", en: "name an INPUT, or --number and --code")
    }
    if number != nil, !trust.isEmpty { throw Self.numberNeedsRegister }
    if !trust.isEmpty, office.folder.office != nil {
      throw UsageError.excludes("--trust", "--office")
    }
    if let patience, !(0.1...3600).contains(patience) {
      throw UsageError(
        .value, kk: "--patience мәні 0.1–3600 секунд аралығында",
        ru: "значение --patience от 0.1 до 3600 секунд", en: "--patience is 0.1 to 3600 seconds")
    }
    guard (1...256).contains(jobs) else { throw UsageError.range("--jobs", 1...256) }
    if !root.isEmpty, trust.isEmpty { throw UsageError.needs("--root", "--trust") }
  }

  /// A bundle holds no numbers and no check codes: they would give away which papers there are.
  private static let numberNeedsRegister = UsageError(
    .together, kk: "нөмір мен кодты кеңсенің тізілімі ғана таниды",
    ru: "номер и код знает только реестр ведомства",
    en: "a number and a code are known to the office's register alone",
    hint: Message(
      kk: "--trust орнына --office қосыңыз немесе кеңсенің тексеру бетін ашыңыз",
      ru: "вместо --trust укажите --office или откройте страницу проверки ведомства",
      en: "in place of --trust name --office, or open the office's check page"))

  func run() throws {
    let day = on.flatMap { CalendarDate(iso: $0) }
    let worst: Int32
    if let number, let code {
      let office = try office.open()
      let verifier = Verifier(
        trust: office.trustState(), now: office.now(), on: day,
        signatures: CheckedSignatures.reader)
      let verdict =
        try office.facts(number: number, code: code).map(verifier.verdict(on:))
        ?? verifier.verdict(onUnknownPair: TypedNumber(number).isMistyped)
      let printer = try VerdictPrinter(json: json, table: csv, total: 1)
      printer.show(verdict, input: number)
      try printer.finish()
      worst = printer.worst
    } else {
      let inputs = try VerifyInput.all(inputs, recursive: recursive)
      let seconds = patience ?? Environment.patience
      let run = VerifyRun(
        verifier: try makeVerifier(day),
        patience: seconds.map { .seconds($0) } ?? InputReader.patience,
        reader: ocr == .auto ? TextReader() : nil,
        pictures: try show.map { try CheckedPictures(folder: $0) }, issued: issuedFiles)
      let printer = try VerdictPrinter(json: json, table: csv, total: inputs.count)
      run.judge(inputs, jobs: jobs) { printer.show($1, input: inputs[$0].name) }
      try printer.finish()
      worst = printer.worst
    }
    if worst != 0 { throw ExitCode(worst) }
  }

  /// The files that the office has issued; nil where a bundle judges.
  private var issuedFiles: IssuedFiles? {
    guard trust.isEmpty else { return nil }
    return (try? office.open()).map { IssuedFiles(register: $0.register) }
  }
}
