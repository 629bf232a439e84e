import TamgaDomain
import TamgaKeys
import TamgaSeal
public import TamgaTemplates

extension OfficeConfiguration {
  /// Reads the text of `tamga.yaml`.
  ///
  /// - Throws: ``TemplateFaults`` with every fault and its line.
  public static func read(_ text: String, file: String) throws(TemplateFaults) -> Self {
    try YAMLMap.read(text, file: file) { map in configuration(map) }
  }

  private static func configuration(_ map: YAMLMap) -> OfficeConfiguration? {
    let office = map.text("office")
    let zoneName = map.optionalText("timeZone") ?? "Asia/Almaty"
    let host = map.text("verifyHost")
    var hasBodies = false
    let bodies = map.inside("issuingBodies") { list in
      hasBodies = !list.keys.isEmpty
      return list.keys.compactMap { code in list.inside(code) { IssuingBody.read($0, code: code) } }
    }
    let name = map.optionalBilingual("name")
    var policy = OfficePolicy.read(map)
    policy.places = Set((bodies ?? []).map(\.place))
    let algorithm = map.optionalWord("algorithm", SignatureAlgorithm.self) ?? .edDSA
    let bundleDays = map.optionalCount("bundleDays") ?? 7
    let register = RegisterPlace.read(map)
    let store = map.optionalText("store")
    let batchPapers = map.optionalWord("batchPapers", BatchPapers.self) ?? .files
    let retentionMonths = retention(map)
    let serve = ServeRules.read(map)
    let isTest = map.optionalFlag("testOffice") == true
    let seriesFirst = seriesFirst(map)
    let signatures = SignatureRule.read(map, bodies: Set((bodies ?? []).map(\.code)))
    policy.signingBodies = Set(signatures.keys)
    let zone = OfficeZone(zoneName)
    if zone == nil {
      map.fault(
        .wrongValue, at: "timeZone", kk: "белгісіз уақыт белдеуі",
        ru: "неизвестный часовой пояс", en: "unknown time zone")
    }
    if let host, host.count > maxHostLength || !PayloadText.isHost(host) {
      map.fault(
        .wrongValue, at: "verifyHost",
        kk: "хост \(maxHostLength) ASCII таңбадан аспауы керек",
        ru: "хост – до \(maxHostLength) знаков ASCII",
        en: "the host is a name of at most \(maxHostLength) ASCII characters")
    }
    if let office, office.utf8.count > SealLimits.office {
      map.fault(
        .wrongValue, at: "office", kk: "кеңсе коды \(SealLimits.office) байттан аспауы керек",
        ru: "код ведомства не длиннее \(SealLimits.office) байт",
        en: "an office id has at most \(SealLimits.office) bytes")
    }
    guard let office, let host, let bodies, let zone else { return nil }
    guard let first = bodies.first else {
      // Of bodies that are there and wrong something is said already.
      guard !hasBodies else { return nil }
      map.fault(
        .missingKey, at: "issuingBodies", kk: "бірде-бір орган жоқ", ru: "нет ни одного органа",
        en: "there is no issuing body")
      return nil
    }
    return OfficeConfiguration(
      office: office, name: name ?? first.name, zone: zone, verifyHost: host,
      bodies: Dictionary(bodies.map { ($0.code, $0) }) { first, _ in first },
      policy: policy, algorithm: algorithm, bundleDays: bundleDays,
      register: register, store: store, batchPapers: batchPapers, retentionMonths: retentionMonths,
      serve: serve, seriesFirst: seriesFirst, isTest: isTest, signatures: signatures)
  }

  /// What the acts ask at least: order 76, rules paragraph 12.
  static let leastRetentionMonths: [Service: Int] = [.labourImmigrant: 12]

  private static func retention(_ map: YAMLMap) -> [Service: Int] {
    var months = leastRetentionMonths
    guard map.has("retentionMonths") else { return months }
    _ = map.inside("retentionMonths") { list in
      for service in Service.allCases where list.has(service.rawValue) {
        guard let given = list.count(service.rawValue) else { continue }
        let least = leastRetentionMonths[service] ?? 0
        if given < least {
          list.fault(
            .wrongValue, at: service.rawValue,
            kk: "заң бойынша кемінде \(least) ай сақталады",
            ru: "по закону хранится не менее \(least) месяцев",
            en: "the law asks for \(least) months at least")
        }
        months[service] = given
      }
      return true
    }
    return months
  }
}
