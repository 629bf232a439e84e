import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaSample

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

  @OptionGroup var office: OfficeOptions

  func validate() throws {
    guard count >= 0 else {
      throw UsageError(
        .value, kk: "--count теріс болмайды", ru: "--count не бывает отрицательным",
        en: "--count is not negative")
    }
    guard (0...100).contains(flaws) else { throw UsageError.range("--flaws", 0...100) }
  }

  /// Bytes written at a time.
  private static let block = 1 << 18

  func run() throws {
    let bodies = try office.folder.path.map { folder in
      let configuration = try Office.readConfiguration(folder)
      return try SampleBodies(
        of: Array(configuration.bodies.values), visaFree: configuration.policy.visaFreeThreeMonths)
    }
    let maker = try SampleMaker(
      seed: seed, kinds: document, flawPercent: flaws, bodies: bodies ?? .examples)
    var lines = maker.makeIterator()
    var bytes: [UInt8] = []
    for _ in 0..<count {
      lines.append(to: &bytes)
      bytes.append(0x0A)
      if bytes.count >= Self.block {
        Terminal.put(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    Terminal.put(bytes)
  }
}
