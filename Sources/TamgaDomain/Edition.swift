/// One edition of a form: the days on which papers of this wording may be issued.
public struct Edition: Hashable, Sendable {
  /// The kind and the first day, for example `labour-immigrant-permit/2021-01-30`.
  public let id: String
  /// The first day of issue.
  public let from: CalendarDate
  /// The last day of issue; nil while the act is in force.
  public let until: CalendarDate?
  /// The act and the annex, as they stand at the foot of the paper.
  public let act: Message

  /// An edition as its `edition.yaml` says it.
  public init(id: String, from: CalendarDate, until: CalendarDate?, act: Message) {
    self.id = id
    self.from = from
    self.until = until
    self.act = act
  }

  /// Whether a paper may be dated so: both ends are days of the edition.
  public func covers(_ day: CalendarDate) -> Bool {
    from <= day && (until.map { day <= $0 } ?? true)
  }

  /// The same edition with the basis on which an office goes on with it beside the act (documents.md,
  /// "Ended forms").
  public func used(on basis: Bilingual) -> Edition {
    Edition(
      id: id, from: from, until: until,
      act: Message(
        kk: "\(act.kk); қолданылу негізі: \(basis.kk)",
        ru: "\(act.ru); применяется на основании: \(basis.ru)",
        en: "\(act.en); applied on the basis of: \(basis.ru)"))
  }
}
