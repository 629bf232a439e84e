public import TamgaDomain

/// The statuses of all papers at one moment, as a trust bundle carries them (contract `seal.md`).
public struct StatusSnapshot: Hashable, Sendable {
  /// One status list.
  public struct List: Hashable, Sendable {
    public let number: Int
    /// Papers that have a position in it.
    public let papers: Int
    /// The positions whose paper is not valid, and why.
    public let marks: [Int: PaperStatus]
  }

  /// A superseded paper and the one that is in force instead.
  public struct Replacement: Hashable, Sendable {
    public let statusIndex: StatusIndex
    public let paper: DocumentNumber
    public let replacedBy: DocumentNumber
  }

  /// By number, the lists of papers without a term first.
  public let lists: [List]
  /// By status index.
  public let replacements: [Replacement]
}
