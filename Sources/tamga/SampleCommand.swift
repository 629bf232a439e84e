import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Make synthetic decisions as JSONL, all lawful together.",
    discussion: "The people are invented and the papers of no worth: for trials and tests.")

  @Option(help: "How many.") var count = 200
  @Option(help: "The same seed gives the same decisions.") var seed: UInt64 = 1

  @Option(
    parsing: .upToNextOption,
    help: ArgumentHelp("Only these kinds.", valueName: "kind"))
  var document: [String] = []

  @Option(help: ArgumentHelp("Percent of records that must be rejected.", valueName: "percent"))
  var flaws = 0

  @OptionGroup var office: OfficeOption
  @OptionGroup var common: CommonOptions

  func validate() throws {
    guard count >= 0 else { throw ValidationError("--count is not negative") }
    guard (0...100).contains(flaws) else { throw ValidationError("--flaws is 0 to 100") }
  }

  func run() throws {
    let bodies = try office.folder.map { try Office.readConfiguration($0).bodies }
    try SampleWriting.write(
      count: count, seed: seed, kinds: document, flaws: flaws, bodies: bodies)
  }
}
