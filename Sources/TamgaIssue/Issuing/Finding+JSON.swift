public import TamgaDomain
public import TamgaFormats

extension Finding {
  /// A member of the `findings` of a result; nil for anything else.
  public init?(_ json: JSONValue) {
    guard let rule = json["rule"]?.text, let level = json["level"]?.text.flatMap(Level.init),
      let words = json["message"], let kk = words["kk"]?.text,
      let ru = words["ru"]?.text, let en = words["en"]?.text
    else { return nil }
    var citation: Citation?
    if let act = json["citation"]?["act"]?.text, let place = json["citation"]?["place"]?.text {
      citation = Citation(act, place)
    }
    self.init(
      rule, level, at: json["place"]?.text ?? "", Message(kk: kk, ru: ru, en: en),
      citation: citation,
      notChecked: json["notChecked"] == .flag(true), suggestions: Self.suggestions(json))
  }

  private static func suggestions(_ json: JSONValue) -> [Suggestion] {
    guard case .array(let list)? = json["suggestions"] else { return [] }
    return list.compactMap { item in
      guard let place = item["place"]?.text, let value = item["value"]?.text,
        let words = item["words"], let kk = words["kk"]?.text, let ru = words["ru"]?.text,
        let en = words["en"]?.text
      else { return nil }
      return Suggestion(at: place, value, Message(kk: kk, ru: ru, en: en))
    }
  }

  /// The findings of a result.
  public static func all(of result: JSONValue) -> [Finding] {
    guard case .array(let list)? = result["findings"] else { return [] }
    return list.compactMap(Finding.init)
  }

  /// As a member of `findings`.
  public var json: JSONValue {
    var members: [JSONValue.Member] = [
      .init("rule", .text(rule)), .init("level", .text(level.rawValue)),
      .init("place", .text(place)),
      .init(
        "message",
        .object([
          .init("kk", .text(message.kk)), .init("ru", .text(message.ru)),
          .init("en", .text(message.en)),
        ])),
    ]
    if let citation {
      members.append(
        .init(
          "citation",
          .object([.init("act", .text(citation.act)), .init("place", .text(citation.place))])))
    }
    if !suggestions.isEmpty {
      members.append(
        .init(
          "suggestions",
          .array(
            suggestions.map {
              .object([
                .init("place", .text($0.place)), .init("value", .text($0.value)),
                .init(
                  "words",
                  .object([
                    .init("kk", .text($0.words.kk)), .init("ru", .text($0.words.ru)),
                    .init("en", .text($0.words.en)),
                  ])),
              ])
            })))
    }
    if notChecked { members.append(.init("notChecked", .flag(true))) }
    return .object(members)
  }
}
