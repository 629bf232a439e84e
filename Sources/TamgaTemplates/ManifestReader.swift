import TamgaDomain
import TamgaLaw

/// Reads `manifest.yaml` of a kind into a ``DocumentKind``.
struct ManifestReader {
  let shared: SharedWords
  let log: FaultLog

  /// Claim 1 of the private map is the code: 8 characters at most (contract `seal.md`).
  static let maxCodeLength = 8

  func kind(_ id: String, in folder: TemplateFolder) -> DocumentKind? {
    folder.map("\(id)/manifest.yaml", log: log) { map in kind(id, from: map) }
  }

  private func kind(_ id: String, from map: YAMLMap) -> DocumentKind? {
    let service = map.word("service", Service.self)
    let action = map.word("action", DecisionAction.self)
    let effect = map.word("effect", Effect.self)
    let title = map.message("title")
    let code = map.text("code")
    let copies = map.optionalCount("copies") ?? 1
    let number = map.inside("number") { numberDeclaration($0) }
    let extendedMark = map.optionalBilingual("extendedMark")
    let fields = declarations(map)
    let isSealed = map.optionalText("sealed") != "false"
    let also = map.texts("also")
    let signing = signing(map, isSealed: isSealed)
    // A form that nobody seals has no claims.
    let claims =
      isSealed || map.has("claims") ? map.inside("claims") { SealedClaims.read($0, fields) } : nil
    let rules = ruleUses(map)
    let grounds = groundKinds(map)
    if let code, code.count > Self.maxCodeLength || !code.utf8.allSatisfy({ $0 > 32 && $0 < 127 }) {
      map.fault(
        .wrongValue, at: "code", kk: "код 8 ASCII таңбадан аспауы керек",
        ru: "код не длиннее 8 знаков ASCII", en: "a code is at most 8 ASCII characters")
    }
    if let action, let effect, !action.effects.contains(effect) {
      let words = action.effects.map(\.rawValue).joined(separator: ", ")
      map.fault(
        .wrongValue, at: "effect", kk: "құжаттың салдары шешімге сай емес; болуы мүмкін: \(words)",
        ru: "последствие документа не подходит к решению; возможно: \(words)",
        en: "the effect does not fit the action; it can be: \(words)")
    }
    guard let service, let action, let effect, let title, let code, let number,
      let claims = claims ?? (isSealed ? nil : SealedClaims.none)
    else { return nil }
    return DocumentKind(
      id: id, code: code, service: service, action: action, effect: effect, title: title,
      fields: fields, rules: rules, number: number, copies: copies, claims: claims,
      groundKinds: grounds, extendedMark: extendedMark, isSealed: isSealed, also: also,
      signing: signing)
  }

  /// `signed: required`, `optional` or `never`; without a seal there is nothing that says that a signature is
  /// missing.
  private func signing(_ map: YAMLMap, isSealed: Bool) -> DocumentSigning {
    guard map.has("signed") else {
      _ = map.optionalText("signed")
      return .never
    }
    let signing = map.word("signed", DocumentSigning.self) ?? .never
    if signing != .never, !isSealed {
      map.fault(
        .wrongValue, at: "signed", kk: "мөрі жоқ нысанға ЭЦҚ қойылмайды",
        ru: "форма без печати не подписывается ЭЦП",
        en: "a form without a seal is not signed")
    }
    return signing
  }

  private func numberDeclaration(_ map: YAMLMap) -> NumberDeclaration? {
    let (field, series) = (map.text("field"), map.text("series"))
    guard let field, let series else { return nil }
    return NumberDeclaration(field: field, series: series)
  }

  /// Required, optional and carried fields in this order, then those common to every kind.
  private func declarations(_ map: YAMLMap) -> [FieldDeclaration] {
    var declarations: [FieldDeclaration] = []
    func add(_ names: [String], required: Bool, printed: Bool, key: String) {
      for name in names {
        guard let word = shared.fields[name] else {
          map.fault(
            .unknownVariable, at: key, kk: "shared/fields.yaml ішінде «\(name)» өрісі жоқ",
            ru: "в shared/fields.yaml нет поля «\(name)»",
            en: "shared/fields.yaml has no field '\(name)'",
            hint: TemplateFault.meant(name, among: shared.fields.keys.sorted()))
          continue
        }
        guard !declarations.contains(where: { $0.name == name }) else { continue }
        declarations.append(
          FieldDeclaration(
            name: name, type: word.type, label: word.label, isRequired: required,
            isPrinted: printed, allowsNewlines: word.allowsNewlines, keepsBlanks: word.keepsBlanks))
      }
    }
    add(map.texts("required"), required: true, printed: true, key: "required")
    add(map.texts("optional"), required: false, printed: true, key: "optional")
    add(map.texts("carried"), required: false, printed: false, key: "carried")
    add(shared.common, required: false, printed: false, key: "carried")
    return declarations
  }

  private func ruleUses(_ map: YAMLMap) -> [RuleUse] {
    map.ruleUses("rules").map { use, line in
      guard let rule = Ruleset.rule(use.id) else {
        log.add(
          .unknownRule, map.file, line, kk: "белгісіз ереже «\(use.id)»",
          ru: "неизвестное правило «\(use.id)»", en: "unknown rule '\(use.id)'",
          hint: TemplateFault.meant(use.id, among: Ruleset.ids))
        return use
      }
      do throws(InvalidParameter) {
        _ = try rule.init(parameters: use.parameters)
      } catch {
        log.add(
          .wrongParameter, map.file, line,
          kk: "«\(use.id)» ережесінің «\(error.parameter)» параметрі қате",
          ru: "неверный параметр «\(error.parameter)» правила «\(use.id)»",
          en: "rule '\(use.id)' does not take this parameter '\(error.parameter)'")
      }
      return use
    }
  }

  private func groundKinds(_ map: YAMLMap) -> [GroundKind] {
    map.texts("grounds").compactMap { name in
      if let kind = GroundKind(rawValue: name) { return kind }
      map.fault(
        .wrongValue, at: "grounds", kk: "негіздің белгісіз түрі «\(name)»",
        ru: "неизвестный вид основания «\(name)»", en: "unknown kind of ground '\(name)'")
      return nil
    }
  }
}
