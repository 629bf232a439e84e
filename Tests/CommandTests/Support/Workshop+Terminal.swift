import Foundation

extension Workshop {
  /// Runs the command with its output on a terminal, as script(1) makes one; what it says to people is apart.
  func onTerminal(_ arguments: [String]) throws -> Run {
    let errors = UUID().uuidString + ".errors"
    let words = ([Place.tamga] + arguments).map { word in
      "'" + word.replacing("'", with: "'\\''") + "'"
    }
    let run = try Program(
      "script",
      [
        "--quiet", "--return", "--echo", "never", "--command",
        words.joined(separator: " ") + " 2>" + errors, "/dev/null",
      ], in: folder, environment: Self.environment, input: nil
    ).wait()
    let said = String(decoding: (try? data(errors)) ?? Data(), as: UTF8.self)
    try? FileManager.default.removeItem(atPath: path(errors))
    // A terminal has a return before every line end.
    return Run(
      status: run.status, output: Data(run.output.filter { $0 != 0x0D }), errors: said)
  }
}
