import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaIssue

/// Printing: data to standard output, talk to standard error.
enum Terminal {
  static func say(_ text: String) {
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }

  static func print(_ json: JSONValue) {
    Swift.print(JSONWriter.text(json))
  }

  /// A finding for people, one line.
  static func line(_ finding: Finding, _ tongue: Tongue) -> String {
    let mark =
      switch finding.level {
      case .error: "error"
      case .warning: "warning"
      case .information: "note"
      }
    let place = finding.place.isEmpty ? "" : " " + finding.place
    let source = finding.citation.map { " (\($0.act), \($0.place))" } ?? ""
    return "\(mark)\(place): \(finding.message[tongue]) [\(finding.rule)]\(source)"
  }
}

/// A progress line that rewrites itself on a terminal and is silent elsewhere.
struct Progress: Sendable {
  let isShown: Bool
  private let started = ContinuousClock.now

  init(_ option: ProgressOption) { isShown = option == .auto && Surroundings.isTerminal }

  func show(_ notice: BatchRun.Notice) {
    switch notice {
    case .waiting:
      Terminal.say(
        "tamga: "
          + Message(
            kk: "осы топтаманы басқа пәрмен шығарып жатыр, күтудемін",
            ru: "эту партию выпускает другая команда, жду",
            en: "another run works on this batch, waiting")[Complaint.tongue])
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
      FileHandle.standardError.write(Data(text.utf8))
    case .printed(let volume):
      end()
      Terminal.say(
        "tamga: "
          + Message(
            kk: "басып шығаруға \(volume.papers) құжат, \(volume.pages) бет",
            ru: "для печати документов \(volume.papers), страниц \(volume.pages)",
            en: "for the printer \(volume.papers) papers, \(volume.pages) pages")[Complaint.tongue]
          + " → " + volume.path)
    }
  }

  func end() {
    if isShown { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }
}
