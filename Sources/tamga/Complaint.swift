import ArgumentParser
import Foundation
import Synchronization
import TamgaDecisions
import TamgaDomain
import TamgaFiles
import TamgaIssue
import TamgaKeys
import TamgaLayout
import TamgaLog
import TamgaOptics
import TamgaReader
import TamgaRegister
import TamgaSeal
import TamgaTemplates
import TamgaToken

/// What a command says to people when it cannot go on: `tamga: error: …`, `tamga: hint: …`.
struct Complaint: Error {
  let place: String
  let message: Message
  let hint: Message?
  let exit: ExitCode

  init(_ message: Message, place: String = "", hint: Message? = nil, exit: ExitCode = .failure) {
    self.message = message
    self.place = place
    self.hint = hint
    self.exit = exit
  }

  /// Set once, when the options are read.
  static var tongue: Tongue {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }
  private static let current = Mutex(Surroundings.tongue(nil))

  /// Prints an error of any target and ends the process.
  static func end(with error: any Error) -> Never {
    guard let complaints = all(of: error), let last = complaints.last else {
      endParsing(with: error)
    }
    for complaint in complaints { complaint.say() }
    Terminal.end(last.exit.rawValue)
  }

  /// Help that was asked for, an exit status, or a usage error in the words of the parser.
  private static func endParsing(with error: any Error) -> Never {
    let code = Tamga.exitCode(for: error)
    if error is ExitCode { Terminal.end(code.rawValue) }
    if code == .success {
      print(Tamga.fullMessage(for: error))
      Terminal.end(code.rawValue)
    }
    let words = Tamga.fullMessage(for: error).replacing("\nhint: ", with: "\ntamga: hint: ")
    Terminal.say("tamga: error: " + words.trimmingPrefix("Error: "))
    Terminal.end(code.rawValue)
  }

  /// Prints an error and goes on.
  static func say(_ error: any Error) {
    for complaint in all(of: error) ?? [Complaint(same("\(error)"))] { complaint.say() }
  }

  private static func all(of error: any Error) -> [Complaint]? {
    switch error {
    case let error as Complaint: return [error]
    case let error as IssueError:
      return [Complaint(error.message, place: error.place, hint: error.hint, exit: error.exit)]
    case let error as FileFault:
      return [Complaint(error.message, place: error.path, hint: error.hint)]
    case let error as KeyError:
      return [Complaint(error.message, place: error.place, hint: error.hint)]
    case let error as TokenError:
      return [Complaint(error.message, place: error.place, hint: error.hint)]
    case let error as TemplateFaults:
      return error.faults.map { Complaint($0.message, place: $0.place, hint: $0.hint) }
    case let error as TypesetError:
      return [Complaint(error.message, place: error.place, hint: error.hint)]
    case let error as RegisterError:
      return [Complaint(same(error.message), place: error.place, hint: error.hint.map(same))]
    case let error as LogFault:
      return [Complaint(error.message, place: "log", hint: error.hint)]
    case let error as ReaderProblem:
      return [
        Complaint(error.message, place: error.place, hint: error.hint, exit: ExitCode(66))
      ]
    case let error as OpticsError:
      return [
        Complaint(
          same(error.message), place: error.place, hint: error.hint.map(same), exit: ExitCode(66))
      ]
    case let error as QRError: return [Complaint(same(error.message), hint: error.hint.map(same))]
    case let error as InputError:
      return [
        Complaint(error.words, place: error.place, hint: error.advice, exit: ExitCode(66))
      ]
    case let error as TrustBundleError:
      return [Complaint(same("\(error)"), place: "trust bundle", exit: ExitCode(66))]
    default: return nil
    }
  }

  private static func same(_ text: String) -> Message { Message(kk: text, ru: text, en: text) }

  func say() {
    let tongue = Self.tongue
    let start = place.isEmpty ? "" : place + ": "
    Terminal.say("tamga: error: " + start + message[tongue])
    if let hint { Terminal.say("tamga: hint: " + hint[tongue]) }
  }
}

extension InputError {
  fileprivate var words: Message {
    let tail = reason.isEmpty ? "" : " (\(reason))"
    let words =
      switch code {
      case .missing:
        Message(kk: "мұндай файл жоқ", ru: "такого файла нет", en: "there is no such file")
      case .folder:
        Message(
          kk: "бұл қалта, шешімдер файлы емес", ru: "это папка, а не файл решений",
          en: "this is a folder, not a file of decisions")
      case .forbidden:
        Message(
          kk: "файлды оқуға рұқсат жоқ", ru: "файл нельзя прочитать",
          en: "the file may not be read")
      case .reading:
        Message(kk: "оқу үзілді", ru: "чтение прервалось", en: "reading broke off")
      case .spooling:
        Message(
          kk: "стандартты кірісті уақытша файлға сақтау мүмкін болмады",
          ru: "стандартный ввод не удалось сохранить во временный файл",
          en: "standard input could not be kept in a temporary file")
      }
    return Message(kk: words.kk + tail, ru: words.ru + tail, en: words.en + tail)
  }

  fileprivate var advice: Message {
    switch code {
    case .missing:
      Message(
        kk: "жолды тексеріңіз; «-» стандартты кірісті оқиды",
        ru: "проверьте путь; «-» читает стандартный ввод",
        en: "check the path; '-' reads standard input")
    case .folder:
      Message(
        kk: "ішіндегі файлдарды атаңыз", ru: "назовите файлы в ней", en: "name the files in it")
    case .forbidden:
      Message(
        kk: "оқу құқығын сұраңыз", ru: "попросите право на чтение",
        en: "ask for the right to read it")
    case .reading:
      Message(
        kk: "дискіні немесе желілік қалтаны тексеріп, пәрменді қайталаңыз",
        ru: "проверьте диск или сетевую папку и повторите команду",
        en: "check the disk or the network share and run the command again")
    case .spooling:
      Message(
        kk: "уақытша файлдар қалтасында орын босатыңыз немесе шешімдерді файлмен беріңіз",
        ru: "освободите место для временных файлов или дайте решения файлом",
        en: "free space in the folder for temporary files, or give the decisions as a file")
    }
  }
}

extension IssueError {
  fileprivate var exit: ExitCode {
    switch code {
    case .noOffice, .input: ExitCode(66)
    default: .failure
    }
  }
}
