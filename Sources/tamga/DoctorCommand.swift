import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaKeys
import TamgaLayout
import TamgaReader
import TamgaRegister
import TamgaSeal
import TamgaTemplates

struct DoctorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor", abstract: "See whether everything that issuing needs is in order.",
    discussion: "Exit status: 0 all in order, 1 something is not.")

  @OptionGroup var office: OfficeOption
  @OptionGroup var common: CommonOptions
  @OptionGroup var passphrases: PassphraseOptions

  func run() throws {
    var isSound = true
    func look(_ what: Message, _ check: () throws -> String) {
      do {
        Terminal.say("✓ " + what[Complaint.tongue] + ": " + (try check()))
      } catch {
        isSound = false
        Terminal.say("✗ " + what[Complaint.tongue])
        Complaint.say(error)
      }
    }
    look(Message(kk: "үлгілер", ru: "шаблоны", en: "templates")) {
      let path = try Surroundings.templates(common.templates)
      return "\(path), \(try common.library().templates.count)"
    }
    look(Message(kk: "қаріптер", ru: "шрифты", en: "fonts")) {
      let library = try common.library()
      _ = try library.typesetter()
      return library.shared.fonts.files.map(\.name).joined(separator: ", ")
    }
    look(Message(kk: "файлдарды оқу", ru: "чтение файлов", en: "reading of files")) {
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
    guard let folder = office.folder else {
      if !isSound { throw ExitCode.failure }
      return
    }
    look(Message(kk: "баптау", ru: "настройки", en: "configuration")) {
      let configuration = try Office.readConfiguration(folder)
      return "\(configuration.office), \(configuration.bodies.count)"
    }
    look(Message(kk: "кілттер мен тізілім", ru: "ключи и реестр", en: "keys and register")) {
      let office = try office.open(common, passphrases: passphrases.passphrases())
      let key = try office.keys.signingKey(at: office.now())
      // A key under a passphrase is tried when there is one: a token counts wrong PINs.
      if key.custody == .plain || !passphrases.doors.isEmpty {
        _ = try office.keys.signer(at: office.now()).signature(over: [])
      }
      for words in KeyNotice.words(office) { Terminal.say("! " + words[Complaint.tongue]) }
      let papers = try office.register.counts().reduce(0) { $0 + $1.papers }
      let unfinished = try office.register.papers(.unfinished, after: 0, limit: 1).count
      if unfinished > 0 {
        Terminal.say(
          "! "
            + Message(
              kk: "аяқталмаған құжаттар бар: сол «tamga issue» пәрменін қайталаңыз",
              ru: "есть незаконченные документы: повторите ту же команду «tamga issue»",
              en: "papers are unfinished: run the same 'tamga issue' again")[Complaint.tongue])
      }
      if office.keys.files.contains(where: { $0.role == .root }) {
        Terminal.say(
          "! "
            + Message(
              kk: "түпкі кілт осында жатыр: нақты жұмыс үшін оны офлайн сақтаңыз",
              ru: "корневой ключ лежит здесь: для настоящей работы храните его отдельно",
              en: "the root key lies here: keep it offline for real use")[Complaint.tongue])
      }
      return "\(key.publicKey.id) (\(key.custody.word)), \(papers)"
    }
    if !isSound { throw ExitCode.failure }
  }
}
