import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaSample
import TamgaTemplates

/// Synthetic decisions that an office with a limit of backdating would issue today: of the kinds that are issued now, made
/// within its limit, and judged by its own rules before they are given.
struct PresentSamples {
  private let judge: Examiner
  private var lines: SampleMaker.Iterator
  /// The ids of the decisions that were given: nothing goes on with a paper that was left out.
  private var given: Set<String> = []

  /// Records made in a row of which none is lawful: the office issues none of these kinds.
  private static let patience = 400
  /// Records by which it is seen whether a kind is issued at all.
  private static let trials = 12

  /// - Parameters:
  ///   - limit: The setting `maxBackdatingDays`.
  ///   - kinds: The ids of the kinds that were asked for; empty for all.
  /// - Throws: `SampleError`; ``CLIError`` where the office issues none of the kinds today.
  init(
    _ configuration: OfficeConfiguration, _ library: TemplateLibrary, _ bodies: SampleBodies,
    limit: Int, seed: UInt64, kinds: [String], flawPercent: Int, today: CalendarDate
  ) throws {
    judge = Examiner(
      library: library, bodies: configuration.bodies, policy: configuration.policy, today: today)
    let days = today.adding(days: -min(limit, Self.farthest))...today
    let asked = kinds.isEmpty ? SampleMaker.sealedKinds : kinds
    let judge = judge
    let issued = try asked.filter { kind in
      try SampleMaker(seed: seed, kinds: [kind], bodies: bodies, days: days)
        .prefix(Self.trials).contains { judge.allows($0) }
    }
    guard !issued.isEmpty else { throw CLIError.noKindToday(asked) }
    lines = try SampleMaker(
      seed: seed, kinds: issued, flawPercent: flawPercent, bodies: bodies, days: days
    ).makeIterator()
  }

  /// Decisions of long ago are no trial of today's work.
  private static let farthest = 60

  /// Appends the next record as one line, without its line feed.
  mutating func append(to bytes: inout [UInt8]) throws {
    for _ in 0..<Self.patience {
      var line: [UInt8] = []
      lines.append(to: &line)
      let record = try? JSONReader.read(line).value
      if record?["x-expect"] == nil, let record {
        if let earlier = record["previous"]?["decision"]?.text, !given.contains(earlier) {
          continue
        }
        guard judge.allows(line) else { continue }
        if let id = record["id"]?.text { given.insert(id) }
      }
      bytes += line
      return
    }
    throw CLIError.noKindToday([])
  }
}
