import Foundation
import Testing

/// A service of time stamps that fails in the middle of a batch, and the same command again.
@Suite(.serialized) struct SignatureServiceTests {
  private static let count = 12

  private static func numbers(_ office: SigningOffice) throws -> [String: String] {
    let rows = try office.tamga("register", "list", "--office", "office").lines()
    return Dictionary(
      uniqueKeysWithValues: rows.compactMap { row in
        guard let decision = row["decision"]?.text, let number = row["number"]?.text else {
          return nil
        }
        return (decision, number)
      })
  }

  /// Goes on after a run that broke off: nothing is lost, no number and no byte is another.
  private static func expectTheRest(
    _ office: SigningOffice, after run: Run, signed: Int, _ words: String
  ) throws {
    // As documented: some papers failed.
    #expect(run.status == 1, "\(run.errors)")
    #expect(run.errors.contains("issued \(signed),"), "\(run.errors)")
    #expect(run.errors.contains("failed \(count - signed)"), "\(run.errors)")
    let failed = try Batch(run, below: office.workshop.path("out"))
    let said = failed.results.filter { $0["outcome"] == "failed" }.map(\.line)
    #expect(said.count == count - signed && said.allSatisfy { $0.contains(words) }, "\(said)")
    let (given, files) = (try numbers(office), try office.papers())
    #expect(files.count == signed)
    let batch = try office.batch()
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    let (all, later) = (try numbers(office), try office.papers())
    #expect(all.count == count && later.count == count)
    for (decision, number) in given { #expect(all[decision] == number) }
    for (name, bytes) in files { #expect(later[name] == bytes, "\(name)") }
    let papers = try batch.results.map { try batch.pdf($0) }
    let judged = try SignatureTests.judged(papers)
    #expect(judged.allSatisfy { $0 == "1 1 1 1 1 1" }, "\(judged)")
    let audit = try office.tamga(
      "register", "audit", "--office", "office", "--output", "out")
    #expect(audit.status == 0, "\(audit.text)")
  }

  @Test func itEndsInTheMiddleOfABatch() throws {
    let office = try SigningOffice("ec", stamps: true, papers: Self.count)
    office.stopService()
    // One for the trial, and five papers.
    try office.startService(answers: 6)
    let run = try office.issue()
    office.stopService()
    try office.startService()
    try Self.expectTheRest(
      office, after: run, signed: 5, "the time stamp service does not answer")
  }

  /// It puts more certificates into its answers than at the trial.
  @Test func itsAnswersOutgrowTheRoom() throws {
    let office = try SigningOffice("ec", stamps: true, papers: Self.count)
    office.stopService()
    try office.startService(short: 6)
    let run = try office.issue()
    try Self.expectTheRest(
      office, after: run, signed: 5,
      "the signature is longer than the room that the file keeps for it")
  }
}
