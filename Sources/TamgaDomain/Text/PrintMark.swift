/// The words by which the prints of one paper are told apart, last in its strip: `1-дана / экземпляр 1`.
///
/// An act asks for two of a paper, one for the person and one for the file. The issued file is the first;
/// a print run makes the others of it, and a verifier takes them for what they are. They are no words of
/// a template: layout, print run and verifier must have the same.
public enum PrintMark {
  /// Prints that are told apart: one digit each.
  public static let numbers = 1...9

  /// - Parameter languages: Of the paper, in its order.
  public static func words(_ number: Int, _ languages: [Language]) -> String {
    languages.map { $0 == .kk ? "\(number)-дана" : "экземпляр \(number)" }.joined(separator: " / ")
  }

  /// A page's text with the number of the first print where it ends with that of another one.
  ///
  /// - Parameter text: The page's `PrintedText.words(of:)`.
  /// - Returns: nil where the text does not end with the words of print `number`.
  public static func asFirst(_ text: String, of number: Int) -> String? {
    for languages in [[Language.kk, .ru], [.kk], [.ru]] {
      let end = PrintedText.words(of: words(number, languages)).unicodeScalars
      let scalars = text.unicodeScalars
      guard scalars.count >= end.count, scalars.suffix(end.count).elementsEqual(end) else {
        continue
      }
      var kept = String.UnicodeScalarView()
      for scalar in scalars.dropLast(end.count) { kept.append(scalar) }
      return String(kept) + PrintedText.words(of: words(1, languages))
    }
    return nil
  }
}
