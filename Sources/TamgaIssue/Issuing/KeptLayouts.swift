import Synchronization
import TamgaLayout

/// Layouts with provisional numbers that a renderer keeps until the papers have their own.
struct KeptLayouts {
  /// Of one layout in the whole process.
  typealias ID = Int

  private static let last = Atomic(0)
  /// More than a group of records has. Beyond it the oldest are of records that got no number.
  private static let room = 512

  private var layouts: [ID: Composition] = [:]

  mutating func keep(_ composition: Composition) -> ID {
    if layouts.count >= Self.room, let oldest = layouts.keys.min() { layouts[oldest] = nil }
    let id = Self.last.wrappingAdd(1, ordering: .relaxed).newValue
    layouts[id] = composition
    return id
  }

  /// The layout, which is kept no longer; nil where it is not here.
  mutating func take(_ id: ID) -> Composition? { layouts.removeValue(forKey: id) }
}
