public import TamgaDomain
import TamgaFormats

/// What a verifier must know of a kind of paper: the part of its manifest that the bundle carries.
public struct KindEntry: Hashable, Sendable {
  /// The short code in the seal.
  public let code: String
  /// The id of the kind, for example `labour-immigrant-permit`.
  public let id: String
  /// What people call it.
  public let title: Message
  /// What a paper of the kind does for its holder: an application grants nothing.
  public let effect: Effect
  /// Whether the form prints the passport, so that it stands in the seal.
  public let printsPassport: Bool
  /// Names and labels of the claims from 10 on.
  public let further: [FurtherClaim]

  /// An entry of these words; see ``init(_:)`` for one of a manifest.
  public init(
    code: String, id: String, title: Message, effect: Effect, printsPassport: Bool,
    further: [FurtherClaim]
  ) {
    self.code = code
    self.id = id
    self.title = title
    self.effect = effect
    self.printsPassport = printsPassport
    self.further = further
  }

  /// The entry of a kind as its manifest declares it.
  public init(_ kind: DocumentKind) {
    self.init(
      code: kind.code, id: kind.id, title: kind.title, effect: kind.effect,
      printsPassport: kind.claims.printsPassport, further: kind.claims.further)
  }

  var cbor: CBOR {
    .claims([
      1: .text(code), 2: .text(id), 3: title.cbor, 4: .text(effect.rawValue),
      5: .flag(printsPassport),
      6: .array(
        further.sorted { $0.key < $1.key }.map {
          .array([.integer(Int64($0.key)), .text($0.field), $0.label.cbor])
        }),
    ])
  }

  init?(cbor: CBOR) {
    guard var map = ClaimMap(cbor),
      let code = map.take(1)?.text, (1...ClaimLimit.document).contains(code.count),
      let id = map.take(2)?.text, (1...96).contains(id.utf8.count),
      let title = map.take(3).flatMap(Message.init(cbor:)),
      let effect = map.take(4)?.text.flatMap(Effect.init(rawValue:)),
      let printsPassport = map.take(5)?.flag,
      let claims = map.take(6)?.array, claims.count <= ClaimLimit.furtherCount, map.rest.isEmpty
    else { return nil }
    var further: [FurtherClaim] = []
    for claim in claims {
      guard let parts = claim.array, parts.count == 3, let key = parts[0].integer,
        ClaimLimit.furtherKeys.contains(key), further.last.map({ $0.key < Int(key) }) ?? true,
        let field = parts[1].text, let label = Message(cbor: parts[2])
      else { return nil }
      further.append(FurtherClaim(key: Int(key), field: field, label: label))
    }
    self.init(
      code: code, id: id, title: title, effect: effect, printsPassport: printsPassport,
      further: further)
  }
}

extension Message {
  var cbor: CBOR { .array([.text(kk), .text(ru), .text(en)]) }

  init?(cbor: CBOR) {
    guard let parts = cbor.array, parts.count == 3, let kk = parts[0].text,
      let ru = parts[1].text, let en = parts[2].text
    else { return nil }
    self.init(kk: kk, ru: ru, en: en)
  }
}
