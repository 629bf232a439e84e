import Foundation
import Logging
import Synchronization
import TamgaDecisions
import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaIssue
import TamgaOptics

/// Printing: data to standard output, talk to standard error.
enum Terminal {
  /// Takes care that the three standard descriptors are open and that a reader who went away is an
  /// error of writing, not the end of the process.
  static func prepare() {
    signal(SIGPIPE, SIG_IGN)
    // A file of the office that got the number of a closed one would be printed into. Opened the
    // wrong way round, so that reading and writing are errors as they were.
    for (number, way) in [(0, O_WRONLY), (1, O_RDONLY), (2, O_RDONLY)] as [(Int32, Int32)]
    where fcntl(number, F_GETFD) == -1 && errno == EBADF {
      _ = open("/dev/null", way)
    }
  }

  /// The language of everything that is said to people. Set once, before options are read.
  static var language: MessageLanguage {
    get { current.withLock { $0 } }
    set { current.withLock { $0 = newValue } }
  }
  private static let current = Mutex(MessageLanguage.en)

  /// Where a run says everything instead, a line an event; nil while people are talked to.
  static var log: Logger? {
    get { logger.withLock { $0 } }
    set { logger.withLock { $0 = newValue } }
  }
  private static let logger = Mutex<Logger?>(nil)

  /// `tamga: ` and a sentence, with its kind before it where it is more than a note.
  static func say(_ message: Message, _ kind: Kind = .note) {
    if let log {
      log.log(level: kind.level, "said", metadata: ["text": "\(message[language])"])
      return
    }
    say("tamga: " + kind.start + message[language])
  }

  enum Kind {
    case note, warning, hint, error

    fileprivate var level: Logger.Level {
      switch self {
      case .note, .hint: .info
      case .warning: .warning
      case .error: .error
      }
    }

    /// What stands before the sentence, in the reader's language.
    fileprivate var start: String {
      let words =
        switch self {
        case .note: Message(kk: "", ru: "", en: "")
        case .warning: Message(kk: "ескерту: ", ru: "предупреждение: ", en: "warning: ")
        case .hint: Message(kk: "кеңес: ", ru: "подсказка: ", en: "hint: ")
        case .error: Message(kk: "қате: ", ru: "ошибка: ", en: "error: ")
        }
      return words[language]
    }
  }

  /// `tamga: error: PLACE: …` and `tamga: hint: …`, for every problem of an error.
  static func tell(_ error: any Error) {
    for problem in error.problems {
      if let log {
        var facts: Logger.Metadata = [
          "code": "\(problem.code.rawValue)", "text": "\(problem.message[language])",
        ]
        if !problem.place.isEmpty { facts["place"] = "\(problem.place)" }
        if let hint = problem.hint { facts["hint"] = "\(hint[language])" }
        log.error("error", metadata: facts)
        continue
      }
      let start = problem.place.isEmpty ? "" : PlainText.line(problem.place) + ": "
      say("tamga: " + Kind.error.start + start + problem.message[language])
      if let hint = problem.hint { say(hint, .hint) }
    }
  }

  /// Says something to people. Where nobody can be told, the work goes on.
  static func say(_ text: String) {
    if let log {
      let words = text.hasPrefix("tamga: ") ? String(text.dropFirst("tamga: ".count)) : text
      log.info("said", metadata: ["text": "\(words)"])
    } else {
      tell(PlainText.lines(text) + "\n")
    }
  }

  /// Writes to standard error as it is.
  static func tell(_ text: String) { _ = writeAll(Array(text.utf8), to: STDERR_FILENO) }

  private struct Output {
    var bytes: [UInt8] = []
    /// The number of the first error; nothing is written after it.
    var reason: Int32 = 0

    mutating func send() {
      if reason == 0 { reason = writeAll(bytes, to: STDOUT_FILENO) }
      bytes.removeAll(keepingCapacity: true)
    }
  }

  private static let output = Mutex(Output())
  /// Standard output is a terminal: somebody watches, so that nothing is held back.
  static let isWatched = isatty(STDOUT_FILENO) == 1
  private static let block = 1 << 16

  /// Data as they are. Whether all went out is seen by ``end(_:)``.
  static func put(_ bytes: [UInt8]) {
    output.withLock { output in
      output.bytes += bytes
      if isWatched || output.bytes.count > block { output.send() }
    }
  }

  /// Draws a symbol for a camera, two rows of modules a line, dark on light whatever the terminal's own colours are.
  static func show(_ grid: ModuleGrid) {
    let margin = QRSymbol.quietZone
    func isDark(_ row: Int, _ column: Int) -> Bool {
      let inside = 0..<grid.side
      return inside.contains(row) && inside.contains(column)
        && grid.isDark(row: row, column: column)
    }
    var text = ""
    for row in stride(from: -margin, to: grid.side + margin, by: 2) {
      text += "\u{1B}[30;107m"
      for column in -margin..<grid.side + margin {
        switch (isDark(row, column), isDark(row + 1, column)) {
        case (true, true): text += "█"
        case (true, false): text += "▀"
        case (false, true): text += "▄"
        case (false, false): text += " "
        }
      }
      text += "\u{1B}[0m\n"
    }
    put(Array(text.utf8))
  }

  static func print(_ json: JSONValue) { put(PlainText.json(JSONWriter.bytes(json)) + [0x0A]) }

  /// Ends the process when all data have gone out.
  ///
  /// - Parameter status: What the command came to; 0 becomes 1 when data were lost.
  static func end(_ status: Int32) -> Never {
    let reason = output.withLock { output in
      output.send()
      return output.reason
    }
    guard reason != 0 else { exit(status) }
    // `| head` has what it wanted.
    if reason != EPIPE {
      let words = Message(
        kk: "стандартты шығысқа бәрі жазылмады", ru: "в стандартный вывод записано не всё",
        en: "not everything could be written to standard output")
      say(words, .error)
    }
    exit(status == 0 ? 1 : status)
  }
}

/// Prints a line of data, in place of the standard library's function, which does not say that it
/// failed.
func print(_ line: some CustomStringConvertible, terminator: String = "\n") {
  Terminal.put(Array((PlainText.lines(line.description) + terminator).utf8))
}

/// A progress line that rewrites itself on a terminal and is silent elsewhere.
struct Progress: Sendable {
  let isShown: Bool
  private let started = ContinuousClock.now

  init(_ option: ProgressOption) {
    isShown = option == .auto && Environment.isTerminal && Terminal.log == nil
  }

  func show(_ notice: BatchRun.Notice) {
    switch notice {
    case .waiting:
      Terminal.say(
        "tamga: "
          + Message(
            kk: "осы топтаманы басқа пәрмен шығарып жатыр, күтудемін",
            ru: "эту партию выпускает другая команда, жду",
            en: "another run works on this batch, waiting")[Terminal.language])
    case .counted: break
    case .progress(let records, let bytes, let total):
      guard isShown else { return }
      let share = total > 0 ? min(1, Double(bytes) / Double(total)) : 1
      let seconds = max(0.001, (ContinuousClock.now - started) / .seconds(1))
      let filled = Int((share * 28).rounded())
      let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 28 - filled)
      let left = share > 0 ? Int(seconds / share - seconds) : 0
      let text =
        "\r\(bar) \(Int(share * 100)) %  \(records)  \(Int(Double(records) / seconds))/s  "
        + String(left / 60) + ":" + (left % 60 < 10 ? "0" : "") + String(left % 60) + "   "
      Terminal.tell(text)
    case .printed(let volume):
      end()
      Terminal.say(
        "tamga: "
          + Message(
            kk: "басып шығаруға \(volume.papers) құжат, \(volume.pages) бет",
            ru: "для печати документов \(volume.papers), страниц \(volume.pages)",
            en: "for the printer \(volume.papers) papers, \(volume.pages) pages")[Terminal.language]
          + " → " + volume.path)
    case .unprinted(let count, let isEmpty):
      end()
      if isEmpty {
        Terminal.say(
          Message(
            kk: "басып шығаратын құжат жоқ: файлда ілеспе парақтар ғана",
            ru: "печатать нечего: в файле только сопроводительные листы",
            en: "there is no paper to print: the file has cover sheets alone"))
      }
      guard count > 0 else { return }
      Terminal.say(
        Message(
          kk: "басылмайтыны \(count): оларды иелері порталдан алады (ілеспе парақта жазылған)",
          ru:
            "не печатаются \(count): их владельцы получают на портале (указано на сопроводительном листе)",
          en:
            "not printed \(count): their holders fetch them from the portal (the cover sheet says so)"
        ))
    }
  }

  func end() {
    if isShown { Terminal.tell("\r\u{1B}[K") }
  }
}
