public import TamgaDomain

/// What the templates of all kinds share: fields, grounds, papers, countries, phrases, fonts.
public struct SharedWords: Hashable, Sendable {
  /// A field as `shared/fields.yaml` describes it; the manifest says how its kind uses it.
  struct FieldWord: Hashable, Sendable {
    let type: FieldType
    let label: Message
    let allowsNewlines: Bool
    let keepsBlanks: Bool
  }

  let fields: [String: FieldWord]
  /// Fields that a record of every kind may carry, for the rules and the seal.
  let common: [String]
  public let grounds: [String: Ground]
  /// The papers that applicants hand in.
  public let papers: RequiredDocuments
  /// Names of countries by alpha-3 code.
  public let countries: [String: Bilingual]
  public let phrases: Phrases
  /// Texts of a print run's cover sheet.
  public let cover: CoverWords
  public let fonts: FontList

  /// What people call a field; nil for a name that no kind has.
  public func label(of field: String) -> Message? { fields[field]?.label }
}

/// Words of the page that no act gives: the seal strip, page numbers, marks.
public struct Phrases: Hashable, Sendable {
  /// How to check the paper; `{host}` stands for the verify host.
  public let howToCheck: Bilingual
  public let checkCode: Bilingual
  public let number: Bilingual
  /// `{page}` and `{pages}`.
  public let page: Bilingual
  public let duplicate: Bilingual
  /// Across a preview.
  public let notValid: Bilingual
  /// A ground that ends: `{ground}` and `{until}`.
  public let until: Bilingual
  /// A date in words: `{day}`, `{month}`, `{year}`.
  public let dateInWords: Bilingual
  /// Who signs what is signed electronically or by hand, and how.
  public let signing: Signing
  /// Whose head signs permanent residence.
  public let migrationHead: MigrationHead
  /// Twelve names for it, January first.
  public let months: [Bilingual]
}

/// The words beside a signature that is an electronic one where the office has a signer of documents.
public struct Signing: Hashable, Sendable {
  public let role: Bilingual
  public let electronicRole: Bilingual
  /// Stands in the place of a signature by hand.
  public let electronicMark: Bilingual
  /// The same where the certificate is known: `{subject}`, `{serial}`, `{from}`, `{until}`.
  public let certificate: Bilingual
  /// The caption of a line for the hand.
  public let hand: Bilingual
}

/// The line of the head of a migration unit (documents.md 4.1); `{body}` stands for the name of the
/// body in the genitive.
public struct MigrationHead: Hashable, Sendable {
  public let unnamed: Bilingual
  public let named: Bilingual
  /// Of a body that is itself the unit.
  public let unit: Bilingual

  func words(for body: IssuingBody, _ language: Language) -> String {
    guard let name = body.nameGenitive else { return unnamed[language] }
    return Slot("{body}").filled(
      in: (body.isMigrationUnit ? unit : named)[language], with: name[language])
  }
}

extension SharedWords {
  static func read(from folder: TemplateFolder, log: FaultLog) -> SharedWords? {
    let fields = readFields(folder, log)
    let grounds = readGrounds(folder, log)
    let papers = RequiredDocumentReader.read(
      from: folder, isNeeded: fields?.0.values.contains { $0.type == .papers } ?? false, log: log)
    let countries = readCountries(folder, log)
    let phrases = readPhrases(folder, log)
    let cover = CoverWords.read(from: folder, log: log)
    let fonts = FontList.read(from: folder, log: log)
    guard let fields, let grounds, let papers, let countries, let phrases, let cover, let fonts
    else { return nil }
    return SharedWords(
      fields: fields.0, common: fields.1, grounds: grounds, papers: papers, countries: countries,
      phrases: phrases, cover: cover, fonts: fonts)
  }

  private static func readFields(
    _ folder: TemplateFolder, _ log: FaultLog
  ) -> ([String: FieldWord], [String])? {
    folder.map("shared/fields.yaml", log: log) { map in
      var words: [String: FieldWord] = [:]
      _ = map.inside("fields") { fields in
        for name in fields.keys {
          words[name] = fields.inside(name) { field(name, $0) }
        }
        return true
      }
      let common = map.texts("common")
      for name in common where words[name] == nil {
        map.fault(
          .unknownVariable, at: "common", kk: "белгісіз өріс «\(name)»",
          ru: "неизвестное поле «\(name)»", en: "unknown field '\(name)'",
          hint: TemplateFault.meant(name, among: words.keys.sorted()))
      }
      return (words, common)
    }
  }

  private static func field(_ name: String, _ map: YAMLMap) -> FieldWord? {
    let label = map.message()
    let allowsNewlines = map.optionalText("lines") == "many"
    let keepsBlanks = map.optionalText("blanks") == "kept"
    guard let typeName = map.text("type") else { return nil }
    let type: FieldType
    switch typeName {
    case "text": type = .text
    case "plain": type = .plain
    case "date": type = .date
    case "partial-date": type = .partialDate
    case "count": type = .count
    case "time": type = .time
    case "country": type = .country
    case "iin": type = .iin
    case "texts": type = .texts
    case "papers": type = .papers
    case "grounds": type = .grounds
    case "code":
      var words: [CodeWord] = []
      _ = map.inside("words") { list in
        for code in list.keys {
          if let text = list.bilingual(code) { words.append(CodeWord(code, text)) }
        }
        return true
      }
      type = .code(words)
    default:
      map.fault(
        .wrongValue, at: "type", kk: "белгісіз түр «\(typeName)»",
        ru: "неизвестный тип «\(typeName)»", en: "unknown type '\(typeName)'")
      return nil
    }
    return label.map {
      FieldWord(type: type, label: $0, allowsNewlines: allowsNewlines, keepsBlanks: keepsBlanks)
    }
  }

  private static func readGrounds(
    _ folder: TemplateFolder, _ log: FaultLog
  ) -> [String: Ground]? {
    folder.map("shared/grounds.yaml", log: log) { map in
      var grounds: [String: Ground] = [:]
      for ground in map.each("grounds", ground) {
        if grounds.updateValue(ground, forKey: ground.id) != nil {
          map.fault(
            .duplicate, at: "grounds", kk: "негіз «\(ground.id)» екі рет берілген",
            ru: "основание «\(ground.id)» дано дважды", en: "ground '\(ground.id)' is given twice")
        }
      }
      return grounds
    }
  }

  private static func ground(_ map: YAMLMap) -> Ground? {
    let stem = map.optionalBilingual("stem")
    let basis = map.optionalBilingual("basis")
    let reference = map.optionalBilingual("reference")
    let givesReasons = map.optionalText("reasons") != "none"
    let from = map.optionalDate("from")
    let (id, kk, ru) = (map.text("id"), map.text("kk"), map.text("ru"))
    let service = map.word("service", Service.self)
    let kind = map.word("kind", GroundKind.self)
    guard let id, let service, let kind, let kk, let ru else { return nil }
    return Ground(
      id: id, service: service, kind: kind, text: Bilingual(kk: kk, ru: ru), stem: stem,
      legalBasis: basis, reference: reference, givesReasons: givesReasons, from: from)
  }

  private static func readCountries(
    _ folder: TemplateFolder, _ log: FaultLog
  ) -> [String: Bilingual]? {
    folder.map("shared/countries.yaml", log: log) { map in
      var countries: [String: Bilingual] = [:]
      for code in map.keys {
        countries[code] = map.bilingual(code)
      }
      return countries
    }
  }

  private static func readPhrases(_ folder: TemplateFolder, _ log: FaultLog) -> Phrases? {
    folder.map("shared/phrases.yaml", log: log) { map in
      let howToCheck = map.bilingual("howToCheck")
      let checkCode = map.bilingual("checkCode")
      let number = map.bilingual("number")
      let page = map.bilingual("page")
      let duplicate = map.bilingual("duplicate")
      let notValid = map.bilingual("notValid")
      let until = map.bilingual("until")
      let dateInWords = map.bilingual("dateInWords")
      let signing = map.inside("signing", signing)
      let migrationHead = map.inside("migrationHead", migrationHead)
      let months = map.inside("months", months)
      guard let howToCheck, let checkCode, let number, let page, let duplicate,
        let notValid, let until, let dateInWords, let signing, let migrationHead, let months
      else { return nil }
      return Phrases(
        howToCheck: howToCheck, checkCode: checkCode, number: number, page: page,
        duplicate: duplicate, notValid: notValid, until: until, dateInWords: dateInWords,
        signing: signing, migrationHead: migrationHead, months: months)
    }
  }

  private static func signing(_ map: YAMLMap) -> Signing? {
    let (role, electronic) = (map.bilingual("role"), map.bilingual("electronicRole"))
    let (mark, hand) = (map.bilingual("electronicMark"), map.bilingual("hand"))
    let certificate = map.optionalBilingual("certificate")
    guard let role, let electronic, let mark, let hand else { return nil }
    return Signing(
      role: role, electronicRole: electronic, electronicMark: mark,
      certificate: certificate ?? mark, hand: hand)
  }

  private static func migrationHead(_ map: YAMLMap) -> MigrationHead? {
    let (unnamed, named) = (map.bilingual("unnamed"), map.bilingual("named"))
    let unit = map.bilingual("unit")
    guard let unnamed, let named, let unit else { return nil }
    return MigrationHead(unnamed: unnamed, named: named, unit: unit)
  }

  private static func months(_ map: YAMLMap) -> [Bilingual]? {
    let kk = map.texts("kk")
    let ru = map.texts("ru")
    guard kk.count == 12, ru.count == 12 else {
      map.fault(
        .wrongValue, at: nil, kk: "он екі ай керек", ru: "нужно двенадцать месяцев",
        en: "expected twelve months")
      return nil
    }
    return zip(kk, ru).map { Bilingual(kk: $0, ru: $1) }
  }
}
