internal import TamgaReader

/// Finds the QR codes of a picture.
///
/// ```swift
/// let picture = try Picture(bytes: file)
/// let texts = CodeReader().codes(in: picture)
/// ```
public struct CodeReader: Sendable {
  /// The time for one picture where the caller names none.
  public static let budget = Duration.milliseconds(1500)

  private let deadline: @Sendable () -> Deadline

  /// A reader that takes at most `budget` for each picture.
  public init(budget: Duration = CodeReader.budget) {
    deadline = { .after(budget) }
  }

  /// A reader whose time ends at `deadline`, for all pictures together.
  public init(deadline: Deadline) {
    self.deadline = { deadline }
  }

  /// The texts of all codes found, each once, from top to bottom and from left to right.
  ///
  /// The strategies of ``DecodeStrategy`` are tried until one has found something, the first four in any
  /// case, so that a second code beside the first is seen. An empty answer of ``reading(_:)`` says
  /// whether all of them were tried.
  public func codes(in picture: Picture) -> [String] { reading(picture).texts }

  /// What was found, and whether all of the picture's variants were looked at.
  public func reading(_ picture: Picture) -> Reading {
    let deadline = deadline()
    let variants = PictureVariants(picture)
    var (found, isComplete) = Self.first(of: variants, deadline)
    var unread: [Recovery.Seen] = []
    for strategy in DecodeStrategy.later where found.isEmpty {
      guard !deadline.hasPassed else {
        isComplete = false
        break
      }
      do throws(ReaderFailure) {
        if strategy == .recovered {
          unread = try variants.symbols(deadline: deadline)
          found = unread.compactMap(\.code)
        } else {
          found += try variants.codes(at: strategy, deadline: deadline)
        }
      } catch {
        // The next strategy may still read it.
        isComplete = false
      }
    }
    return Reading(
      texts: found.textsInReadingOrder(height: picture.height), isComplete: isComplete,
      unread: found.isEmpty ? UnreadCode(unread) : nil)
  }

  /// The strategies that are tried in any case, two at a time: a variant is made while the one before it is
  /// being read.
  private static func first(
    of variants: PictureVariants, _ deadline: Deadline
  ) -> (found: [FoundCode], isComplete: Bool) {
    var found: [FoundCode] = []
    var isComplete = true
    var begun: [CodeSearch] = []
    func take() {
      do throws(ReaderFailure) { found += try begun.removeFirst().codes() } catch {
        isComplete = false
      }
    }
    for strategy in DecodeStrategy.first {
      guard !deadline.hasPassed else {
        isComplete = false
        break
      }
      guard let variant = variants.variant(at: strategy) else { continue }
      if begun.count == 2 { take() }
      begun.append(CodeSearch(variant, deadline: deadline))
    }
    while !begun.isEmpty { take() }
    return (found, isComplete)
  }
}

/// The codes of one picture.
public struct Reading: Hashable, Sendable {
  /// Each text once, in reading order.
  public let texts: [String]
  /// False when the time was over or a reading child died before every strategy was tried that
  /// should have been: then no text does not mean no code.
  public let isComplete: Bool
  /// What was seen of a code where there is no text.
  public let unread: UnreadCode?

  init(texts: [String], isComplete: Bool, unread: UnreadCode? = nil) {
    self.texts = texts
    self.isComplete = isComplete
    self.unread = unread
  }
}
