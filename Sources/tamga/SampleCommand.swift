import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaSample
import TamgaSeal

struct SampleCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sample", abstract: "Make synthetic decisions as JSONL, all lawful together.",
    discussion: """
      The people are invented and the papers of no worth: for trials and tests.
      Without an office they are of 2013 to 2026, all kinds: an office made by 'tamga init
      --archive' issues them. With --office, where that office limits backdating, they are of its
      last days and of the kinds that it issues today.
      """)

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
    let configuration = try office.folder.path.map { try Office.readConfiguration($0) }
    let bodies = try configuration.map {
      try SampleBodies(of: Array($0.bodies.values), visaFree: $0.policy.visaFreeThreeMonths)
    }
    if let configuration, let bodies, let limit = configuration.policy.maxBackdatingDays,
      configuration.policy.backdating == .error
    {
      var samples = try PresentSamples(
        configuration, office.common.library(), bodies, limit: limit, seed: seed,
        kinds: document, flawPercent: flaws,
        today: configuration.zone.date(of: Office.systemClock()))
      return try put { try samples.append(to: &$0) }
    }
    let maker = try SampleMaker(
      seed: seed, kinds: document, flawPercent: flaws, bodies: bodies ?? .examples)
    var lines = maker.makeIterator()
    put { lines.append(to: &$0) }
  }

  private func put(_ append: (inout [UInt8]) throws -> Void) rethrows {
    var bytes: [UInt8] = []
    for _ in 0..<count {
      try append(&bytes)
      bytes.append(0x0A)
      if bytes.count >= Self.block {
        Terminal.put(bytes)
        bytes.removeAll(keepingCapacity: true)
      }
    }
    Terminal.put(bytes)
  }
}
