import TamgaDomain
import TamgaFormats

extension Finding {
  /// A member of the `findings` of a result; nil for anything else.
  init?(_ json: JSONValue) {
    guard let rule = json["rule"]?.text, let level = json["level"]?.text.flatMap(Level.init),
      let place = json["place"]?.text, let words = json["message"], let kk = words["kk"]?.text,
      let ru = words["ru"]?.text, let en = words["en"]?.text
    else { return nil }
    var citation: Citation?
    if let act = json["citation"]?["act"]?.text, let place = json["citation"]?["place"]?.text {
      citation = Citation(act, place)
    }
    self.init(
      rule, level, at: place, Message(kk: kk, ru: ru, en: en), citation: citation,
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
  static func all(of result: JSONValue) -> [Finding] {
    guard case .array(let list)? = result["findings"] else { return [] }
    return list.compactMap(Finding.init)
  }
}
