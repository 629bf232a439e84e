public import TamgaDomain
import TamgaTemplates

/// Why a paper cannot be laid out or drawn. Names the place in the template, never a value.
public struct TypesetError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    /// A font file is not in any of the folders.
    case missingFont = "typeset-missing-font"
    /// No font has a letter of the text.
    case missingGlyph = "typeset-missing-glyph"
    /// A paper of more pages than anybody would print.
    case tooLong = "typeset-too-long"
    /// The symbol would be denser than a camera reads.
    case symbolTooDense = "typeset-symbol-too-dense"
    /// Cairo could not draw or write.
    case drawing = "typeset-drawing"
  }

  public let code: Code
  /// The template's file and line, or the font's name.
  public let place: String
  public let message: Message
  public let hint: Message?

  package init(
    _ code: Code, _ place: String, kk: String, ru: String, en: String, hint: Message? = nil
  ) {
    self.code = code
    self.place = place
    self.message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
  }

  static func missingFont(_ file: FontFile) -> TypesetError {
    TypesetError(
      .missingFont, "shared/fonts.yaml:\(file.line)", kk: "қаріп файлы табылмады: \(file.name)",
      ru: "файл шрифта не найден: \(file.name)", en: "the font file was not found: \(file.name)",
      hint: file.packageHint)
  }

  static func missingGlyph(at place: String) -> TypesetError {
    TypesetError(
      .missingGlyph, place, kk: "мәтіннің бір әрпі қаріптердің ешқайсысында жоқ",
      ru: "буквы текста нет ни в одном шрифте", en: "no font has a letter of the text",
      hint: Message(
        kk: "Templates/shared/fonts.yaml тізіміне қаріп қосыңыз",
        ru: "добавьте шрифт в Templates/shared/fonts.yaml",
        en: "add a font to Templates/shared/fonts.yaml"))
  }
}
