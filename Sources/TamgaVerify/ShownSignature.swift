internal import TamgaDomain
internal import TamgaFormats

/// What is told of the signature of a paper's file.
public struct ShownSignature: Hashable, Sendable {
  /// The raw values are those of the reasons' codes behind `signature-`.
  public enum State: String, Hashable, Sendable {
    /// It holds, and is that of the issuing body.
    case valid
    /// The seal says that there is one, and the file has none.
    case missing
    /// File or signature were changed.
    case invalid
    /// Its certificate leads to no root that is known here.
    case untrusted
    /// Its certificate did not hold when the paper was sealed.
    case expired
    /// Its certificate is none of the issuing body.
    case otherBody = "other-body"
    /// Nobody has looked.
    case notChecked = "not-checked"

    /// The result in the words of ETSI EN 319 102-1, 5.1.3.
    public var indication: String {
      switch self {
      case .valid: "TOTAL-PASSED"
      case .missing, .invalid: "TOTAL-FAILED"
      case .untrusted, .expired, .otherBody, .notChecked: "INDETERMINATE"
      }
    }
  }

  /// What became of it.
  public let state: State
  /// Nil unless it holds.
  public let reading: SignatureReading?
  /// When it was made, as the time stamp or the seal says; ISO 8601 with the office's offset.
  public let time: String?

  init(_ state: State, _ reading: SignatureReading? = nil, time: String? = nil) {
    self.state = state
    self.reading = reading
    self.time = time
  }

  /// The reason that a verdict gives; nil for a signature without a flaw.
  var reason: Reason? { state == .valid ? nil : Reason(rawValue: "signature-" + state.rawValue) }
}

extension Judgement {
  /// The member of the verdict's object; none for a paper that carries no signature.
  var signatureMembers: [JSONValue.Member] {
    guard let signature else { return [] }
    func text(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
    return [
      .init(
        "signature",
        .object([
          .init("state", .text(signature.state.rawValue)),
          .init("indication", .text(signature.state.indication)),
          .init("subject", text(signature.reading?.subject)),
          .init("serial", text(signature.reading?.serial)),
          .init("level", text(signature.reading?.level.rawValue)),
          .init("time", text(signature.time)),
        ]))
    ]
  }

  /// The same as a line for people.
  func signatureLine(_ tongue: MessageLanguage) -> String? {
    guard let signature, let reading = signature.reading else { return nil }
    return Label.signature[tongue] + ": " + reading.subject + ", № " + reading.serial
  }
}
