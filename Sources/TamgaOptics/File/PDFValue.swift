/// The number and generation of an object in a PDF (ISO 32000-1, 7.3.10).
public struct PDFReference: Hashable, Sendable {
  public let number: Int
  public let generation: Int

  public init(number: Int, generation: Int) {
    self.number = number
    self.generation = generation
  }
}

/// A value in a PDF (ISO 32000-1, 7.3).
public enum PDFValue: Hashable, Sendable {
  case null
  case flag(Bool)
  case number(Double)
  /// Without the solidus, `#` escapes undone.
  case name(String)
  case string([UInt8])
  case array([PDFValue])
  case dictionary([String: PDFValue])
  case reference(PDFReference)
}

extension PDFValue {
  public var number: Double? {
    if case .number(let number) = self { number } else { nil }
  }

  /// The number, where it is a whole one.
  public var integer: Int? {
    guard let number, abs(number) < 0x1p53 else { return nil }
    return Int(exactly: number)
  }

  public var name: String? {
    if case .name(let name) = self { name } else { nil }
  }

  public var string: [UInt8]? {
    if case .string(let bytes) = self { bytes } else { nil }
  }

  public var array: [PDFValue]? {
    if case .array(let items) = self { items } else { nil }
  }

  public var dictionary: [String: PDFValue]? {
    if case .dictionary(let members) = self { members } else { nil }
  }
}
