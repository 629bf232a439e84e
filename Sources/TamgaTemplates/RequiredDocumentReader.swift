import TamgaDomain
import TamgaLaw

/// Reads `shared/papers.yaml`: the papers that the acts ask applicants to hand in.
struct RequiredDocumentReader {
  static let file = "shared/papers.yaml"

  /// One service of the file.
  private struct Part {
    let service: Service
    let papers: [RequiredDocument]
    let expired: Bilingual
    let reduced: [RequiredDocuments.ReducedSet]
  }

  /// - Parameter isNeeded: Whether a field holds papers. Where none does, the file may be absent.
  static func read(from folder: TemplateFolder, isNeeded: Bool, log: FaultLog) -> RequiredDocuments?
  {
    guard isNeeded || folder.has(file) else { return RequiredDocuments.none }
    return folder.map(file, log: log) { map in
      let parts = map.each("services", part)
      let papers = parts.flatMap(\.papers)
      let ids = papers.map(\.id)
      for id in Set(ids) where ids.count(where: { $0 == id }) > 1 {
        map.fault(
          .duplicate, at: "services", kk: "«\(id)» құжаты екі рет берілген",
          ru: "документ «\(id)» дан дважды", en: "the paper '\(id)' is given twice")
      }
      for id in parts.flatMap(\.reduced).flatMap(\.papers).sorted() where !ids.contains(id) {
        map.fault(
          .unknownVariable, at: "services", kk: "reduced: «\(id)» құжаты жоқ",
          ru: "reduced: нет документа «\(id)»", en: "reduced: there is no paper '\(id)'")
      }
      return RequiredDocuments(
        papers: papers, reducedSets: parts.flatMap(\.reduced),
        expired: Dictionary(parts.map { ($0.service, $0.expired) }) { first, _ in first })
    }
  }

  private static func part(_ map: YAMLMap) -> Part? {
    let service = map.word("service", Service.self)
    let source = source(map)
    let expired = map.bilingual("expired")
    guard let service, let source, let expired else { return nil }
    for text in [expired.kk, expired.ru] where !text.contains("{paper}") {
      map.fault(
        .wrongValue, at: "expired", kk: "{paper} орны жоқ", ru: "нет места {paper}",
        en: "there is no place {paper}")
    }
    let papers = map.each("papers") { paper($0, service, source) }
    let reduced = map.has("reduced") ? map.each("reduced") { reducedSet($0, service) } : []
    return Part(service: service, papers: papers, expired: expired, reduced: reduced)
  }

  private static func source(_ map: YAMLMap) -> Citation? {
    map.inside("source") { map in
      let (act, place) = (map.text("act"), map.text("place"))
      guard let act, let place else { return nil }
      return Citation(act, place)
    }
  }

  private static func paper(_ map: YAMLMap, _ service: Service, _ source: Citation)
    -> RequiredDocument?
  {
    let (id, kk, ru) = (map.text("id"), map.text("kk"), map.text("ru"))
    let own = map.has("source") ? self.source(map) : source
    let number = map.optionalCount("number")
    let demands = map.has("when") ? map.each("when", demand) : [RequiredDocument.Demand()]
    let oneOf = map.optionalText("oneOf")
    let marks = ["returned", "held", "alone"].map { map.optionalText($0) == "true" }
    let rules = map.texts("rules")
    for rule in rules where Ruleset.rule(rule) == nil {
      map.fault(
        .unknownRule, at: "rules", kk: "белгісіз ереже «\(rule)»",
        ru: "неизвестное правило «\(rule)»", en: "unknown rule '\(rule)'")
    }
    guard let id, let kk, let ru, let own else { return nil }
    if !isID(id) {
      map.fault(
        .wrongValue, at: "id", kk: "id сызықшамен бөлінген кіші латын сөздерінен тұрады",
        ru: "id состоит из строчных латинских слов через дефис",
        en: "an id is made of small Latin words with hyphens between")
    }
    return RequiredDocument(
      id: id, service: service, text: Bilingual(kk: kk, ru: ru), citation: own, number: number,
      isReturned: marks[0], demands: demands, oneOf: oneOf, isHeld: marks[1], isAlone: marks[2],
      rules: rules)
  }

  private static func demand(_ map: YAMLMap) -> RequiredDocument.Demand? {
    let names = map.texts("for")
    let actions = names.compactMap(DecisionAction.init(rawValue:)).filter(\.gives)
    if actions.count != names.count {
      map.fault(
        .wrongValue, at: "for", kk: "мәндері: grant, extend, reissue, duplicate",
        ru: "значения: grant, extend, reissue, duplicate",
        en: "expected some of grant, extend, reissue, duplicate")
    }
    let purposes = map.texts("purposes")
    let channel = map.optionalText("channel")
    let condition = map.has("condition") ? map.message("condition") : nil
    return RequiredDocument.Demand(
      actions: Set(actions), purposes: Set(purposes), channel: channel, condition: condition)
  }

  private static func reducedSet(_ map: YAMLMap, _ service: Service) -> RequiredDocuments
    .ReducedSet?
  {
    let fact = map.text("fact")
    let condition = map.message("condition")
    let papers = map.texts("papers")
    guard let fact, let condition else { return nil }
    return RequiredDocuments.ReducedSet(
      service: service, fact: fact, condition: condition, papers: Set(papers))
  }

  /// Small Latin words and digits with hyphens between, two at least: never taken for words.
  private static func isID(_ id: String) -> Bool {
    let words = id.split(separator: "-", omittingEmptySubsequences: false)
    return words.count > 1
      && words.allSatisfy { word in
        !word.isEmpty
          && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      }
  }
}
