public import TamgaDomain
import TamgaYAML

/// A YAML mapping being read: typed access by key, every fault with file and line, and unknown keys
/// refused at the end, so that a typo cannot vanish.
public final class YAMLMap {
  public let file: String
  private let entries: [YAMLNode.Entry]
  /// The line of the mapping itself.
  private let start: Int
  private let log: FaultLog
  /// By place among the entries.
  private var isTaken: [Bool]
  /// Keys that were asked for and do not stand here: what an unknown one may have meant.
  private var absent: Set<String> = []
  /// Behind the key that was found last: keys are mostly asked for in their order.
  private var cursor = 0

  private init(_ entries: [YAMLNode.Entry], line: Int, file: String, log: FaultLog) {
    self.entries = entries
    start = line
    self.file = file
    self.log = log
    isTaken = Array(repeating: false, count: entries.count)
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
    do throws(YAMLFault) {
      if let node = try YAMLText.document(text), let entries = node.map {
        return YAMLMap(entries, line: node.line, file: file, log: log)
      }
      log.add(
        .notYAML, file, 1, kk: "файл «кілт: мән» жолдарынан тұруы керек",
        ru: "файл должен состоять из строк «ключ: значение»",
        en: "expected 'key: value' lines")
    } catch {
      log.add([TemplateFault(error.code, file: file, line: error.line, error.message)])
    }
    return nil
  }

  /// The line of a key, or of the mapping's first key.
  public func line(_ key: String? = nil) -> Int {
    (key == nil ? entries.first : entries.first { $0.key == key })?.line ?? (key == nil ? start : 0)
  }

  public var keys: [String] { entries.map(\.key) }
  public func has(_ key: String) -> Bool {
    guard let node = node(key) else {
      absent.insert(key)
      return false
    }
    return !node.isBlank
  }

  /// True when a mapping stands under `key`.
  public func isMap(_ key: String) -> Bool { node(key)?.map != nil }

  private func place(_ key: String) -> Int? {
    for place in cursor..<entries.endIndex where entries[place].key == key {
      cursor = place + 1
      return place
    }
    for place in 0..<cursor where entries[place].key == key {
      cursor = place + 1
      return place
    }
    return nil
  }

  private func node(_ key: String) -> YAMLNode? { place(key).map { entries[$0].node } }

  /// Adds a fault of meaning at a key of this mapping.
  public func fault(
    _ code: TemplateFault.Code, at key: String?, kk: String, ru: String, en: String,
    hint: Message? = nil
  ) {
    log.add(code, file, line(key), kk: kk, ru: ru, en: en, hint: hint)
  }

  func finish() {
    for (entry, isTaken) in zip(entries, isTaken) where !isTaken {
      log.add(
        .unknownKey, file, entry.line, kk: "белгісіз кілт «\(entry.key)»",
        ru: "неизвестный ключ «\(entry.key)»", en: "unknown key '\(entry.key)'",
        hint: TemplateFault.meant(entry.key, among: absent.sorted()))
    }
  }

  // MARK: values

  public func text(_ key: String) -> String? {
    guard let node = required(key) else { return nil }
    guard let text = node.text else { return wrong(key, .text) }
    return text
  }

  public func optionalText(_ key: String) -> String? { has(key) ? text(key) : skip(key) }

  public func count(_ key: String) -> Int? {
    guard let node = required(key) else { return nil }
    guard let count = node.count, count >= 0 else { return wrong(key, .count) }
    return count
  }

  public func optionalCount(_ key: String) -> Int? { has(key) ? count(key) : skip(key) }

  public func date(_ key: String) -> CalendarDate? {
    guard let text = text(key) else { return nil }
    guard let date = CalendarDate(iso: text) else { return wrong(key, .date) }
    return date
  }

  public func optionalDate(_ key: String) -> CalendarDate? { has(key) ? date(key) : skip(key) }

  public func texts(_ key: String) -> [String] {
    guard has(key) else { return skip(key) ?? [] }
    guard let node = required(key) else { return [] }
    guard let list = node.list else { return wrong(key, .list) ?? [] }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? texts : wrong(key, .texts) ?? []
  }

  public func word<W: RawRepresentable & CaseIterable>(
    _ key: String, _ type: W.Type
  ) -> W? where W.RawValue == String {
    guard let text = text(key) else { return nil }
    guard let word = W(rawValue: text) else {
      return wrong(key, .word(text, among: W.allCases.map(\.rawValue)))
    }
    return word
  }

  public func optionalWord<W: RawRepresentable & CaseIterable>(
    _ key: String, _ type: W.Type
  ) -> W? where W.RawValue == String { has(key) ? word(key, type) : skip(key) }

  /// `true` or `false`.
  public func optionalFlag(_ key: String) -> Bool? {
    optionalWord(key, Flag.self).map { $0 == .true }
  }

  private enum Flag: String, CaseIterable { case `true`, `false` }

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
    guard let inner = node.map else { return wrong(key, .mapping) }
    let map = YAMLMap(inner, line: node.line, file: file, log: log)
    let value = body(map)
    map.finish()
    return value
  }

  /// The mappings of a list under `key`, in order.
  public func each<T>(_ key: String, _ body: (YAMLMap) -> T?) -> [T] {
    guard let node = required(key) else { return [] }
    guard let list = node.list else { return wrong(key, .list) ?? [] }
    return list.compactMap { item in
      guard let inner = item.map else { return wrong(key, .mappings) }
      let map = YAMLMap(inner, line: item.line, file: file, log: log)
      let value = body(map)
      map.finish()
      return value
    }
  }

  /// The rules of a manifest: a list of ids, each alone or with its parameters.
  public func ruleUses(_ key: String) -> [(use: RuleUse, line: Int)] {
    guard let list = required(key)?.list else { return [] }
    return list.compactMap { item in
      if let id = item.text { return (RuleUse(id), item.line) }
      guard let map = item.map, map.count == 1, let entry = map.first, let values = entry.node.map
      else { return wrong(key, .rules) }
      var parameters: [String: RuleParameter] = [:]
      for value in values {
        guard let parameter = Self.parameter(value.node) else {
          return wrong(key, .parameters)
        }
        parameters[value.key] = parameter
      }
      return (RuleUse(entry.key, parameters: parameters), item.line)
    }
  }

  private static func parameter(_ node: YAMLNode) -> RuleParameter? {
    if let count = node.count { return .count(count) }
    if let text = node.text { return .text(text) }
    guard let list = node.list else { return nil }
    let counts = list.compactMap(\.count)
    if counts.count == list.count { return .counts(counts) }
    let texts = list.compactMap(\.text)
    return texts.count == list.count ? .texts(texts) : nil
  }

  // MARK: faults

  private func required(_ key: String) -> YAMLNode? {
    if let place = place(key) {
      isTaken[place] = true
      if !entries[place].node.isBlank { return entries[place].node }
    } else {
      absent.insert(key)
    }
    log.add(
      .missingKey, file, line(), kk: "«\(key)» кілті жоқ", ru: "нет ключа «\(key)»",
      en: "missing key '\(key)'")
    return nil
  }

  private func skip<T>(_ key: String) -> T? {
    if let place = place(key) { isTaken[place] = true } else { absent.insert(key) }
    return nil
  }

  private func wrong<T>(_ key: String, _ expected: ExpectedValue) -> T? {
    let words = expected.words
    log.add(
      .wrongValue, file, line(key), kk: "«\(key)» мәні қате; күтілгені: \(words.kk)",
      ru: "неверное значение «\(key)»; ожидается: \(words.ru)",
      en: "'\(key)' expects \(words.en)", hint: expected.hint)
    return nil
  }
}
