import TamgaDomain

/// The names that a form may use: the printed fields of its kind and what Tamga derives.
enum Variables {
  /// What a name stands for, as far as a form must know.
  enum Shape {
    case text(mayBeBlank: Bool)
    case list(mayBeBlank: Bool)
  }

  static let issuingBody = "issuingBody"
  static let issueDate = "issueDate"
  static let issueDateInWords = "issueDateInWords"
  static let extendedMark = "extendedMark"
  static let refusalReason = "refusalReason"
  static let legalBasis = "legalBasis"
  static let howToCheck = "howToCheck"

  static func shape(of name: String, in kind: DocumentKind) -> Shape? {
    switch name {
    case issuingBody, issueDate, issueDateInWords, howToCheck: return .text(mayBeBlank: false)
    case kind.number.field: return .text(mayBeBlank: false)
    case extendedMark: return kind.extendedMark == nil ? nil : .text(mayBeBlank: false)
    case legalBasis: return kind.groundKinds.isEmpty ? nil : .text(mayBeBlank: false)
    case refusalReason: return kind.groundKinds.isEmpty ? nil : .list(mayBeBlank: true)
    default: break
    }
    guard let field = kind.field(name), field.isPrinted else { return nil }
    switch field.type {
    case .texts: return .list(mayBeBlank: !field.isRequired)
    case .grounds: return nil
    default: return .text(mayBeBlank: !field.isRequired)
    }
  }
}
