public import TamgaDomain
import Yams

/// A YAML mapping being read: typed access by key, every fault with file and line, and unknown keys
/// refused at the end, so that a typo cannot vanish.
public final class YAMLMap {
  public let file: String
  private let mapping: Node.Mapping
  /// By key: asked by its node, a mapping of Yams compares tags, which costs regular expressions.
  private let nodes: [String: Node]
  private let log: FaultLog
  private var taken: Set<String> = []

  private init(_ mapping: Node.Mapping, file: String, log: FaultLog) {
    self.mapping = mapping
    nodes = Dictionary(
      mapping.compactMap { key, node in key.scalar.map { ($0.string, node) } }
    ) { first, _ in first }
    self.file = file
    self.log = log
  }

  /// Reads a text whose top is a mapping and hands it to `body`; unknown keys are faults.
  ///
  /// - Throws: ``TemplateFaults`` with everything that is wrong.
  public static func read<T>(
    _ text: String, file: String, _ body: (YAMLMap) -> T?
  ) throws(TemplateFaults) -> T {
    let log = FaultLog()
    let value = top(text, file: file, log: log).flatMap { map in
      let value = body(map)
      map.finish()
      return value
    }
    guard let value, log.faults.isEmpty else { throw TemplateFaults(log.faults) }
    return value
  }

  static func top(_ text: String, file: String, log: FaultLog) -> YAMLMap? {
    do {
      if case .mapping(let mapping)? = try Yams.compose(yaml: text, .basic, .default, .utf8) {
        return YAMLMap(mapping, file: file, log: log)
      }
      log.add(
        .notYAML, file, 1, kk: "файл «кілт: мән» жолдарынан тұруы керек",
        ru: "файл должен состоять из строк «ключ: значение»",
        en: "expected 'key: value' lines")
    } catch let error as YamlError {
      var line = 0
      var reason = "\(error)"
      if case .parser(_, let problem, let mark, _) = error { (line, reason) = (mark.line, problem) }
      if case .scanner(_, let problem, let mark, _) = error {
        (line, reason) = (mark.line, problem)
      }
      log.add(
        .notYAML, file, line, kk: "YAML дұрыс жазылмаған: \(reason)",
        ru: "неверная запись YAML: \(reason)", en: "not YAML: \(reason)")
    } catch {
      log.add(
        .notYAML, file, 0, kk: "YAML дұрыс жазылмаған", ru: "неверная запись YAML", en: "not YAML")
    }
    return nil
  }

  /// The line of a key, or of the mapping's first key.
  public func line(_ key: String? = nil) -> Int {
    for (k, v) in mapping where key == nil || k.string == key {
      return k.mark?.line ?? v.mark?.line ?? 0
    }
    return mapping.mark?.line ?? 0
  }

  public var keys: [String] { mapping.keys.compactMap(\.string) }
  public func has(_ key: String) -> Bool { nodes[key].map { !Self.isNull($0) } ?? false }

  /// True when a mapping stands under `key`.
  public func isMap(_ key: String) -> Bool {
    if case .mapping? = nodes[key] { true } else { false }
  }

  /// Adds a fault of meaning at a key of this mapping.
  public func fault(
    _ code: TemplateFault.Code, at key: String?, kk: String, ru: String, en: String
  ) {
    log.add(code, file, line(key), kk: kk, ru: ru, en: en)
  }

  func finish() {
    for key in mapping.keys {
      guard let name = key.string, !taken.contains(name) else { continue }
      log.add(
        .unknownKey, file, key.mark?.line ?? 0, kk: "белгісіз кілт «\(name)»",
        ru: "неизвестный ключ «\(name)»", en: "unknown key '\(name)'")
    }
  }

  // MARK: values

  public func text(_ key: String) -> String? {
    guard let node = required(key) else { return nil }
    guard let text = node.string, !text.isEmpty else { return wrong(key, "a text") }
    return text
  }

  public func optionalText(_ key: String) -> String? { has(key) ? text(key) : skip(key) }

  public func count(_ key: String) -> Int? {
    guard let node = required(key) else { return nil }
    guard let count = node.int, count >= 0 else { return wrong(key, "a whole number") }
    return count
  }

  public func optionalCount(_ key: String) -> Int? { has(key) ? count(key) : skip(key) }

  public func date(_ key: String) -> CalendarDate? {
    guard let text = text(key) else { return nil }
    guard let date = CalendarDate(iso: text) else { return wrong(key, "a date yyyy-MM-dd") }
    return date
  }

  public func optionalDate(_ key: String) -> CalendarDate? { has(key) ? date(key) : skip(key) }

  public func texts(_ key: String) -> [String] {
    guard has(key) else { return skip(key) ?? [] }
    taken.insert(key)
    guard let sequence = nodes[key]?.sequence else { return wrong(key, "a list") ?? [] }
    let texts = sequence.compactMap(\.string)
    return texts.count == sequence.count ? texts : wrong(key, "a list of texts") ?? []
  }

  public func word<W: RawRepresentable & CaseIterable>(
    _ key: String, _ type: W.Type
  ) -> W? where W.RawValue == String {
    guard let text = text(key) else { return nil }
    guard let word = W(rawValue: text) else {
      return wrong(key, "one of " + W.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return word
  }

  public func bilingual(_ key: String) -> Bilingual? {
    inside(key) { map in
      // Every key is read before any is asked for: what is not read counts as unknown.
      let (kk, ru) = (map.text("kk"), map.text("ru"))
      guard let kk, let ru else { return nil }
      return Bilingual(kk: kk, ru: ru)
    }
  }

  public func optionalBilingual(_ key: String) -> Bilingual? {
    has(key) ? bilingual(key) : skip(key)
  }

  public func message(_ key: String) -> Message? {
    inside(key) { $0.message() }
  }

  /// The texts `kk`, `ru` and `en` of this mapping.
  func message() -> Message? {
    let (kk, ru, en) = (text("kk"), text("ru"), text("en"))
    guard let kk, let ru, let en else { return nil }
    return Message(kk: kk, ru: ru, en: en)
  }

  /// Reads the mapping under `key`; unknown keys inside are faults.
  public func inside<T>(_ key: String, _ body: (YAMLMap) -> T?) -> T? {
    guard let node = required(key) else { return nil }
    guard case .mapping(let inner) = node else { return wrong(key, "a mapping") }
    let map = YAMLMap(inner, file: file, log: log)
    let value = body(map)
    map.finish()
    return value
  }

  /// The mappings of a list under `key`, in order.
  public func each<T>(_ key: String, _ body: (YAMLMap) -> T?) -> [T] {
    guard let node = required(key) else { return [] }
    guard case .sequence(let sequence) = node else { return wrong(key, "a list") ?? [] }
    return sequence.compactMap { item in
      guard case .mapping(let inner) = item else { return wrong(key, "a list of mappings") }
      let map = YAMLMap(inner, file: file, log: log)
      let value = body(map)
      map.finish()
      return value
    }
  }

  /// The rules of a manifest: a list of ids, each alone or with its parameters.
  public func ruleUses(_ key: String) -> [(use: RuleUse, line: Int)] {
    guard let node = required(key), let sequence = node.sequence else { return [] }
    return sequence.compactMap { item in
      let line = item.mark?.line ?? line(key)
      if let id = item.string { return (RuleUse(id), line) }
      guard let mapping = item.mapping, mapping.count == 1, let entry = mapping.first,
        let id = entry.key.string, let values = entry.value.mapping
      else { return wrong(key, "rule ids, each alone or with a mapping of parameters") }
      var parameters: [String: RuleParameter] = [:]
      for (name, value) in values {
        guard let name = name.string, let parameter = Self.parameter(value) else {
          return wrong(key, "parameters that are numbers, texts or lists of them")
        }
        parameters[name] = parameter
      }
      return (RuleUse(id, parameters: parameters), line)
    }
  }

  private static func parameter(_ node: Node) -> RuleParameter? {
    if let count = node.int { return .count(count) }
    if let text = node.string { return .text(text) }
    guard let list = node.sequence else { return nil }
    let counts = list.compactMap(\.int)
    if counts.count == list.count { return .counts(counts) }
    let texts = list.compactMap(\.string)
    return texts.count == list.count ? .texts(texts) : nil
  }

  // MARK: faults

  private static func isNull(_ node: Node) -> Bool {
    node.string.map { $0.isEmpty || $0 == "null" || $0 == "~" } ?? false
  }

  private func required(_ key: String) -> Node? {
    taken.insert(key)
    if let node = nodes[key], !Self.isNull(node) { return node }
    log.add(
      .missingKey, file, line(), kk: "«\(key)» кілті жоқ", ru: "нет ключа «\(key)»",
      en: "missing key '\(key)'")
    return nil
  }

  private func skip<T>(_ key: String) -> T? {
    taken.insert(key)
    return nil
  }

  private func wrong<T>(_ key: String, _ expected: String) -> T? {
    log.add(
      .wrongValue, file, line(key), kk: "«\(key)» мәні қате; күтілгені: \(expected)",
      ru: "неверное значение «\(key)»; ожидается: \(expected)",
      en: "'\(key)' expects \(expected)")
    return nil
  }
}
