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
  static let duplicateMark = "duplicateMark"
  static let originalIssueDate = "originalIssueDate"
  static let originalIssueDateInWords = "originalIssueDateInWords"
  static let signerRole = "signerRole"
  static let signatureMark = "signatureMark"
  static let handCaption = "handCaption"
  static let migrationHead = "migrationHead"
  static let originalMark = "originalMark"
  static let revocationGroundText = "revocationGroundText"

  static func shape(of name: String, in kind: DocumentKind) -> Shape? {
    switch name {
    case issuingBody, issueDate, issueDateInWords, howToCheck, signerRole, signatureMark,
      migrationHead:
      return .text(mayBeBlank: false)
    // Blank where the signature is an electronic one.
    case handCaption: return .text(mayBeBlank: true)
    case originalIssueDateInWords:
      switch shape(of: originalIssueDate, in: kind) {
      case .text(let mayBeBlank)?: return .text(mayBeBlank: mayBeBlank)
      default: return nil
      }
    case duplicateMark: return kind.action == .duplicate ? .text(mayBeBlank: false) : nil
    // The day of the paper that `previous` names; the record gives it where the register does not.
    case originalIssueDate where kind.field(name) == nil && kind.action != .grant:
      return .text(mayBeBlank: false)
    case kind.number.field: return .text(mayBeBlank: false)
    case extendedMark: return kind.extendedMark == nil ? nil : .text(mayBeBlank: false)
    // Of the grounds where the kind has some, otherwise a field like any other.
    case legalBasis where !kind.groundKinds.isEmpty: return .text(mayBeBlank: false)
    case refusalReason, revocationGroundText:
      return kind.groundKinds.isEmpty ? nil : .list(mayBeBlank: true)
    default: break
    }
    guard let field = kind.field(name), field.isPrinted else { return nil }
    // A blank place of a form that nobody seals is a line for the hand.
    if !kind.isSealed, !field.type.isList, field.type != .grounds {
      return .text(mayBeBlank: false)
    }
    switch field.type {
    case .texts, .papers: return .list(mayBeBlank: !field.isRequired)
    case .grounds: return nil
    default: return .text(mayBeBlank: !field.isRequired)
    }
  }
}
