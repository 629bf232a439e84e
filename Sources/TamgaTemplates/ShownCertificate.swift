public import TamgaDomain

/// What a paper prints of the certificate with which its file is signed.
public struct ShownCertificate: Hashable, Sendable {
  /// Whose it is.
  public let subject: String
  public let serial: String
  /// The first and the last day of its term, at the office.
  public let from: CalendarDate
  public let until: CalendarDate

  public init(subject: String, serial: String, from: CalendarDate, until: CalendarDate) {
    self.subject = subject
    self.serial = serial
    self.from = from
    self.until = until
  }

  /// A phrase with `{subject}`, `{serial}`, `{from}` and `{until}` filled in.
  func words(_ phrase: String) -> String {
    phrase.replacing("{serial}", with: serial).replacing("{from}", with: from.printed)
      .replacing("{until}", with: until.printed).replacing("{subject}", with: subject)
  }
}
