internal import TamgaDomain
internal import TamgaFormats

/// That a browser has checked no signature.
public struct ShownSignature: Hashable, Sendable {
  var reason: Reason? { .signatureNotChecked }
}

extension Judgement {
  var signatureMembers: [JSONValue.Member] { [] }

  func signatureLine(_ tongue: MessageLanguage) -> String? { nil }
}
