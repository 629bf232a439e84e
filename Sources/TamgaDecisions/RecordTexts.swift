internal import TamgaDomain
internal import TamgaFormats

extension JSONReader.Limits {
  /// The limits of one record, its texts in normalisation form C and of `PermittedCharacters` alone.
  static let record = JSONReader.Limits(
    nesting: RecordLimits.nesting, textScalars: RecordLimits.textScalars,
    listItems: RecordLimits.listItems, keyScalars: RecordLimits.keyScalars,
    irregularities: RecordLimits.findings,
    texts: JSONReader.TextRule { raw in
      let text = PrintedText.normalised(raw)
      return (text, text.unicodeScalars.allSatisfy(PermittedCharacters.permits))
    })
}
