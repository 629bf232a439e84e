import Foundation
import Logging
import NIOCore
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaService
import TamgaTemplates

/// The server that `tamga serve` becomes. Its one argument is what that command made of its options.
@main
enum Main {
  static func main() async {
    signal(SIGPIPE, SIG_IGN)
    guard let argument = CommandLine.arguments.dropFirst().first,
      let json = try? JSONReader.strictValue(of: Array(argument.utf8)),
      let settings = ServeSettings(json)
    else {
      say("tamga-web: 'tamga serve' starts this program\n")
      exit(ExitStatus.usage.rawValue)
    }
    LoggingSystem.bootstrap { _ in LogLines(isJSON: settings.logsJSON) }
    do {
      try await WebServer(settings, log: Logger(label: "tamga-web")).run()
    } catch {
      end(error, settings)
    }
  }

  private static func end(_ error: any Error, _ settings: ServeSettings) -> Never {
    let start = Message(kk: "қате: ", ru: "ошибка: ", en: "error: ")[settings.language]
    if let reason = error as? IOError {
      let words = Message(
        kk: "\(settings.host):\(settings.port) мекенжайында тыңдай алмаймын",
        ru: "не удаётся слушать \(settings.host):\(settings.port)",
        en: "cannot listen on \(settings.host):\(settings.port)")
      let why = words.because(SystemReason(reason.errnoCode).message)
      say("tamga: " + start + why[settings.language] + "\n")
      exit(ExitStatus.failure.rawValue)
    }
    for problem in error.problems {
      let place = problem.place.isEmpty ? "" : problem.place + ": "
      say("tamga: " + start + PlainText.line(place) + problem.message[settings.language] + "\n")
    }
    exit((error.problems.last?.exitStatus ?? .failure).rawValue)
  }

  private static func say(_ text: String) {
    _ = Array(text.utf8).withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }
}
