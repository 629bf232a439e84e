/// Limits of one record (contract `decisions.md`, "Limits").
///
/// An export is written by another system: a broken or hostile one must cost neither memory nor
/// stack, and one bad record must not stop the others.
public enum RecordLimits {
  /// Bytes of one record without the line's end. Real records hold 1 to 4 KiB.
  public static let recordBytes = 256 * 1024
  /// Objects and arrays inside one another, the record itself counted. Records need five.
  public static let nesting = 16
  /// Unicode scalars of one text, after normalisation. Graphemes would not bound the size.
  public static let textScalars = 4_000
  /// Items of one list.
  public static let listItems = 200
  /// Unicode scalars of one key: keys stand in the places of findings.
  public static let keyScalars = 128
  /// Findings of one record; one more says that others were left out.
  public static let findings = 200
  /// ASCII characters of the exporting system's id of a decision.
  public static let idCharacters = 64
  /// Unicode scalars of a paper's number with its copy, in `previous`.
  public static let numberScalars = 64
  /// Warnings about unknown facts; one more speaks for the others.
  public static let unknownFacts = 50
  /// The first and the last year of a date: nobody alive was born before, and a date after it is a
  /// stand-in for "no date" that no term can be counted from.
  public static let years = 1850...2299
  /// Months of a term or of a payment: a hundred years.
  public static let months = 1_200
  /// Any other whole number.
  public static let count = 1_000_000_000
}
