import ArgumentParser
import TamgaFormats

/// For whom a command prints its data: for people on a terminal, as JSON for programs into pipes and
/// files (contract `serve.md`, Accounts).
struct DataForm: ParsableArguments {
  @Flag(help: "Print JSON on a terminal too.") var json = false

  var isForPeople: Bool { !json && Terminal.isWatched }

  /// Prints one value.
  ///
  /// - Parameter lines: The same for people.
  func print(_ data: JSONValue, _ lines: [String]) {
    if isForPeople {
      lines.forEach { tamga.print($0) }
    } else {
      Terminal.print(data)
    }
  }
}
