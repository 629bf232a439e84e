public import TamgaDomain
public import TamgaFormats

/// Every word around a verdict, for a page that shows the objects of ``Verdict/json(input:)``.
public enum VerdictWords {
  /// The claims that have a name of their own; others bring theirs.
  private static let claims = [
    "document", "issuingBody", "passport", "name", "citizenship", "number", "validFrom",
    "validUntil",
  ]

  /// Texts in three languages: `headlines` and `advice` by the verdict; `effects` by the reason that
  /// takes the place of the headline of `valid`; `missingOffice`: what takes the place of both where the office is not
  /// known here, its id for `{office}`; `claims` by their names; `labels`.
  public static var json: JSONValue {
    .object([
      .init("headlines", table(Outcome.allCases.map { ($0.rawValue, $0.message) })),
      .init("effects", table(Reason.effects.map { ($0.rawValue, $0.headline) })),
      .init("advice", table(Outcome.allCases.map { ($0.rawValue, $0.advice) })),
      .init(
        "missingOffice",
        table([("headline", Outcome.unjudged), ("advice", Outcome.adviceWithoutOffice)])),
      .init("claims", table(claims.map { ($0, Label.claim($0)) })),
      .init(
        "labels",
        table([
          ("replacedBy", Label.replacedBy), ("sealed", Label.sealed), ("printed", Label.printed),
          ("read", Label.read), ("checkedOn", Label.checkedOn), ("statusOf", Label.statusOf),
        ])),
    ])
  }

  private static func table(_ rows: [(String, Message)]) -> JSONValue {
    .object(rows.map { .init($0.0, .of($0.1)) })
  }
}

extension JSONValue {
  /// A text in three languages, as an object of the contract.
  public static func of(_ message: Message) -> JSONValue {
    .object([
      .init("kk", .text(message.kk)), .init("ru", .text(message.ru)),
      .init("en", .text(message.en)),
    ])
  }
}
