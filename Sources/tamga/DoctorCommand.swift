import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaKeys
import TamgaLayout
import TamgaPDF
import TamgaReader
import TamgaRegister
import TamgaSeal
import TamgaTemplates

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "Check whether everything that issuing needs is in order.",
    discussion: """
      Prints a line for everything that was checked. Without --office and TAMGA_OFFICE it checks the
      office of the current folder, where that is one. Exit status: 0 all in order, 1 something is not.
      """)

  @OptionGroup var office: OfficeOptions

  @Option(help: ArgumentHelp("The output folder of the office's papers.", valueName: "folder"))
  var output = "Output"

  func run() throws {
    var options = office
    if options.folder.path == nil, FileManager.default.fileExists(atPath: "tamga.yaml") {
      options.folder.office = "."
    }
    var report = DoctorReport()
    checkTemplates(options.common, &report)
    if options.folder.path == nil {
      report.skip(
        Message(kk: "кеңсе", ru: "ведомство", en: "office"),
        Message(
          kk: "көрсетілмеген (--office)", ru: "не указано (--office)",
          en: "none is named (--office)"))
    } else {
      checkOffice(options, &report)
    }
    if !report.isSound { throw ExitCode.failure }
  }

  private func checkTemplates(_ common: CommonOptions, _ report: inout DoctorReport) {
    report.look(Message(kk: "үлгілер", ru: "шаблоны", en: "templates")) {
      let path = try Environment.templates(common.templates)
      return "\(path), \(try common.library().templates.count)"
    }
    report.look(Message(kk: "қаріптер", ru: "шрифты", en: "fonts")) {
      let library = try common.library()
      _ = try library.typesetter()
      return library.shared.fonts.files.map(\.name).joined(separator: ", ")
    }
    checkDrawing(common, &report)
    report.look(Message(kk: "файлдарды оқу", ru: "чтение файлов", en: "reading of files")) {
      let reader = ReaderProcess.shared
      do throws(ReaderFailure) {
        let guards = try reader.guards(by: .now + .seconds(20))
        let names = [(ReaderGuards.systemCalls, "seccomp"), (.files, "landlock")]
        return ([reader.program ?? ""] + names.filter { guards.contains($0.0) }.map(\.1))
          .joined(separator: ", ")
      } catch {
        throw ReaderProblem()
      }
    }
  }

  private func checkDrawing(_ common: CommonOptions, _ report: inout DoctorReport) {
    var result: DrawingCheck.Result?
    report.look(
      Message(kk: "салу кітапханалары", ru: "библиотеки рисования", en: "drawing libraries")
    ) {
      let library = try common.library()
      let found = try DrawingCheck.result(library)
      if found == .changed { try FontTrial.run(library) }
      result = found
      let words =
        switch found {
        case .tested: Message(kk: "сыналған", ru: "испытаны", en: "tested")
        case .same:
          Message(
            kk: "сыналғаны \(TestedDrawing.tested), дәл солай салады",
            ru: "испытаны \(TestedDrawing.tested), рисуют так же",
            en: "tested were \(TestedDrawing.tested), they draw the same")
        case .changed:
          Message(
            kk: "сынақ құжаттары тексеруден өтті", ru: "пробные документы проходят проверку",
            en: "papers for trial are verified")
        }
      return "\(TestedDrawing.versions) (\(words[Terminal.language]))"
    }
    if result == .changed { report.warn(DrawingCheck.words) }
  }

  private func checkOffice(_ options: OfficeOptions, _ report: inout DoctorReport) {
    report.look(Message(kk: "баптау", ru: "настройки", en: "configuration")) {
      let folder = try options.folder.required()
      let configuration = try Office.readConfiguration(folder)
      return "\(folder), \(configuration.office), \(configuration.bodies.count)"
    }
    var opened: Office?
    report.look(Message(kk: "кілттер", ru: "ключи", en: "keys")) {
      let office = try options.open()
      opened = office
      let key = try office.keys.signingKey(at: office.now())
      // A key under a passphrase is tried when there is one: a token counts wrong PINs.
      if key.custody == .plain || !options.passphrases.sources.isEmpty {
        _ = try office.keys.signer(at: office.now()).signature(over: [])
      }
      return "\(key.publicKey.id) (\(key.custody.word))"
    }
    guard let office = opened else { return }
    let configuration = office.configuration
    if configuration.isSample, !configuration.isTest {
      report.warn(KeyNotice.sample(configuration.verifyHost))
    }
    for words in KeyNotice.words(office) { report.warn(words) }
    if office.keys.files.contains(where: { $0.role == .root }) {
      report.warn(
        Message(
          kk: "түпкі кілт осында жатыр: нақты жұмыс үшін оны офлайн сақтаңыз",
          ru: "корневой ключ лежит здесь: для настоящей работы храните его отдельно",
          en: "the root key lies here: keep it offline for real use"))
    }
    checkSignatures(office, &report)
    report.look(Message(kk: "тізілім", ru: "реестр", en: "register")) {
      let papers = try office.register.counts().reduce(0) { $0 + $1.papers }
      return "\(papers)"
    }
    report.look(Message(kk: "журнал", ru: "журнал", en: "log")) {
      try office.refuseOlderRegister(than: output)
      return "\(try office.register.logSize())"
    }
    report.look(Message(kk: "құжат түрлері", ru: "виды документов", en: "kinds")) {
      let changed = try office.changedKinds().filter { $0.now != nil }
      if let error = Office.error(changed) { throw error }
      return "\(try office.register.kinds().count)"
    }
    for changed in (try? office.changedForms()) ?? [] where !changed.form.isAccepted {
      let (edition, words) = (changed.form.edition, changed.message)
      report.warn(
        Message(
          kk: "\(edition): \(words.kk)", ru: "\(edition): \(words.ru)",
          en: "\(edition): \(words.en)"))
    }
    if let unfinished = try? office.register.papers(.unfinished, after: 0, limit: 1),
      !unfinished.isEmpty
    {
      report.warn(
        Message(
          kk: "аяқталмаған құжаттар бар: сол «tamga issue» пәрменін қайталаңыз",
          ru: "есть незаконченные документы: повторите ту же команду «tamga issue»",
          en: "papers are unfinished: run the same 'tamga issue' again"))
    }
    report.look(Message(kk: "файлдар қоймасы", ru: "хранилище файлов", en: "store")) {
      let folder = configuration.store(of: office.folder)
      guard access(folder, W_OK) == 0 else {
        throw CLIError.notWritten(folder, because: SystemReason(errno))
      }
      return "\(folder), \(office.storedFiles())"
    }
    let papers = (try? office.register.counts().reduce(0) { $0 + $1.papers }) ?? .max
    let strays = office.storedFiles() - papers
    if strays > 0 {
      report.warn(
        Message(
          kk: "қоймада тізілім білмейтін файлдар бар (кемінде \(strays)): «tamga register audit»",
          ru:
            "в хранилище есть файлы, которых не знает реестр (не меньше \(strays)): «tamga register audit»",
          en:
            "the store has files that the register does not know (\(strays) or more): 'tamga register audit'"
        ))
    }
  }
}
