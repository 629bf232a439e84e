import TamgaDomain
public import TamgaFormats
internal import TamgaSeal

extension Verdict {
  /// The verdict as the object of the contract, keys in its order.
  ///
  /// - Parameter input: The path as it was given, or what stands for it; nil leaves the member out.
  public func json(input: String?) -> JSONValue {
    var members: [JSONValue.Member] = input.map { [.init("input", .text($0))] } ?? []
    members += [
      .init("pages", .array(pages.map { .integer(Int64($0)) })),
      .init("verdict", .text(outcome.rawValue)),
    ]
    if let missingOffice {
      members.append(.init("missingOffice", .text(Outcome.shown(missingOffice))))
    }
    if !others.isEmpty {
      members.append(
        .init(
          "otherPages",
          .array(
            others.map {
              .object([
                .init("page", .integer(Int64($0.page))), .init("is", .text($0.kind.rawValue)),
              ])
            })))
    }
    switch self {
    case .judged(let judgement):
      members += [
        .init("genuine", .flag(true)), .init("inForce", .flag(outcome == .valid)),
        .init("effect", .of(judgement.kind?.effect.rawValue)), .init("reasons", reasonList),
        .init("claims", judgement.claims.json),
        .init("altered", .array(judgement.altered.map { $0.json })),
        .init("hints", .array(judgement.hints.map { $0.json })),
        .init("compare", .array(judgement.compare.map(JSONValue.text))),
        .init("replacedBy", .of(judgement.replacedBy)), .init("key", judgement.keyJSON),
      ]
      if let data = judgement.data { members.append(.init("data", data.json)) }
      members += judgement.signatureMembers
    case .notGenuine, .noSeal:
      members += [
        .init("genuine", .flag(false)), .init("inForce", .flag(false)), .init("effect", .null),
        .init("reasons", reasonList), .init("claims", .null), .init("altered", .array([])),
        .init("hints", .array([])), .init("compare", .array([])), .init("replacedBy", .null),
        .init("key", .null),
      ]
    }
    members += [
      .init(
        "status",
        .object([
          .init("source", .text(basis.source.rawValue)), .init("issuedAt", .text(basis.issuedAt)),
          .init("sequence", .integer(Int64(clamping: basis.sequence))),
          .init("stale", .flag(basis.isStale)), .init("office", .text(basis.office)),
          .init("root", .text(basis.root)),
        ])), .init("checkedOn", .text(basis.checkedOn.iso)),
    ]
    return .object(members)
  }

  private var reasonList: JSONValue {
    .array(
      reasons.map {
        .object([.init("code", .text($0.rawValue)), .init("message", .of($0.message))])
      })
  }
}

extension Judgement {
  fileprivate var keyJSON: JSONValue {
    guard let key else { return .null }
    return .object([
      .init("kid", .text(key.publicKey.id.description)), .init("state", .text(key.state.rawValue)),
    ])
  }
}

extension ShownClaims {
  fileprivate var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("document", .text(document)), .init("number", .text(number)),
      .init("copy", .integer(Int64(copy))), .init("name", .of(name)),
      .init("nameCut", .flag(nameCut)), .init("passport", .of(passport)),
      .init("citizenship", .of(citizenship)), .init("validFrom", .of(validFrom?.iso)),
      .init("validUntil", .of(validUntil?.iso)), .init("sealedAt", .of(sealedAt)),
      .init("issuer", .text(issuer)),
      .init(
        "issuingBody",
        issuingBody.map {
          .object([
            .init("code", .text($0.code)), .init("kk", .text($0.name.kk)),
            .init("ru", .text($0.name.ru)),
          ])
        } ?? .null),
    ]
    if !further.isEmpty {
      members.append(
        .init(
          "further",
          .array(
            further.map {
              .object([
                .init("claim", .text($0.name)), .init("label", $0.label.map(JSONValue.of) ?? .null),
                .init("value", $0.value),
              ])
            })))
    }
    return .object(members)
  }
}

extension AlteredClaim {
  fileprivate var json: JSONValue {
    .object([
      .init("claim", .text(claim)), .init("sealed", .text(sealed)), .init("printed", .of(printed)),
    ])
  }
}

extension PrintHint {
  fileprivate var json: JSONValue {
    .object([
      .init("claim", .text(claim)), .init("sealed", .text(sealed)), .init("read", .text(read)),
    ])
  }
}

extension JSONValue {
  fileprivate static func of(_ text: String?) -> JSONValue { text.map(JSONValue.text) ?? .null }
}
