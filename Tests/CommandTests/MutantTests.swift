import Foundation
import Testing

/// Genuine papers changed by their structure (`Judges/mutants.py`): none is called checked that readers do
/// not show alike.
@Suite struct MutantTests {
  /// Mutants of each paper: `make soak` takes more.
  private static let count =
    ProcessInfo.processInfo.environment["TAMGA_MUTANTS"].flatMap { Int($0) } ?? 12
  private static let papers = ["EXAMPLE-LIP-1", "EXAMPLE-QC-2", "LETTERS-1"]

  private static func python(_ arguments: [String], _ input: Data? = nil) throws -> Run {
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with pikepdf and PyMuPDF: use `make test`")
    let run = try Program(
      python, [Place.judges + "/mutants.py"] + arguments, in: "/",
      environment: ProcessInfo.processInfo.environment, input: input
    ).wait()
    try #require(run.status == 0, "\(run.errors)")
    return run
  }

  @Test func readersAgreeOnWhatIsCalledChecked() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let papers = try Self.papers.map { try office.pdf($0) }
    let made = try JSON.one(
      Self.python(["make", workshop.path("mutants"), "5", "\(Self.count)"] + papers).output
    ).items
    #expect(made.count > 2 * Self.count)
    var checked: Set<String> = []
    for start in stride(from: 0, to: made.count, by: 100) {
      let files = made[start..<min(start + 100, made.count)].compactMap { $0["file"]?.text }
      let run = try office.workshop.tamga(
        ["verify", "--json", "--trust", "trust", "--ocr", "never"] + files)
      for verdict in try run.lines() {
        let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
        let isChecked =
          verdict["genuine"] == true && verdict["verdict"] != "altered"
          && !codes.contains("text-not-checked")
        if isChecked, let file = verdict["input"]?.text { checked.insert(file) }
      }
    }
    let clean = made.filter { $0["file"]?.text.map(checked.contains) ?? false }
    let wrong = try JSON.one(Self.python(["compare"], JSON.array(clean).data).output).items
    #expect(wrong.isEmpty, "\(wrong.map(\.line))")
    // Most of them are not in the form any more.
    #expect(clean.count < made.count / 2, "\(clean.map(\.line)) of \(made.count)")
  }
}
