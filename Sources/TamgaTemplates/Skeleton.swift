import Foundation
public import TamgaDomain

/// The files of a new kind: complete and working, to be changed line by line.
public enum Skeleton {
  /// Writes a kind below the templates folder.
  ///
  /// - Parameter from: The first day of its edition.
  /// - Returns: The files, relative to the templates folder.
  /// - Throws: ``TemplateFaults`` when the name is no name for a kind or is taken.
  public static func write(
    _ kind: String, templates: String, from: CalendarDate, codes: Set<String>
  ) throws(TemplateFaults) -> [String] {
    guard !kind.isEmpty, kind.count <= 60, kind != TemplateLibrary.sharedFolder,
      kind.split(separator: "-", omittingEmptySubsequences: false).allSatisfy({ word in
        !word.isEmpty
          && word.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
      })
    else {
      throw fault(
        .wrongValue, kind, kk: "атау кіші латын әріптері мен сызықшадан тұрады",
        ru: "имя состоит из строчных латинских букв и дефисов",
        en: "a kind is named in small Latin letters and hyphens")
    }
    guard !FileManager.default.fileExists(atPath: templates + "/" + kind) else {
      throw fault(
        .duplicate, kind, kk: "мұндай қалта бар", ru: "такая папка уже есть",
        en: "the folder is there already")
    }
    let files = [
      "\(kind)/manifest.yaml": manifest(code: code(for: kind, besides: codes)),
      "\(kind)/\(from.iso)/edition.yaml": edition,
      "\(kind)/\(from.iso)/kk.form": kk, "\(kind)/\(from.iso)/ru.form": ru,
      "\(kind)/examples/ordinary.json": example(kind, from),
    ]
    for (name, text) in files {
      let path = templates + "/" + name
      do {
        try FileManager.default.createDirectory(
          atPath: (path as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try text.write(toFile: path, atomically: true, encoding: .utf8)
      } catch {
        throw fault(
          .notReadable, name, kk: "жазылмады", ru: "не записано", en: "could not be written")
      }
    }
    return files.keys.sorted()
  }

  /// Words of the skeleton that nobody has replaced yet, by file and line: papers would be issued with them.
  ///
  /// - Parameter folder: The templates folder.
  public static func untouched(in folder: String, _ kinds: some Sequence<String>) -> [TemplateFault]
  {
    kinds.sorted().flatMap { kind -> [TemplateFault] in
      let files = FileManager.default.enumerator(atPath: folder + "/" + kind)?
        .compactMap { $0 as? String }.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".form") }
      return (files ?? []).sorted().flatMap { file -> [TemplateFault] in
        let text = try? String(contentsOfFile: "\(folder)/\(kind)/\(file)", encoding: .utf8)
        let lines = (text ?? "").split(separator: "\n", omittingEmptySubsequences: false)
        return zip(1..., lines).compactMap { number, line in
          guard let words = placeholders.first(where: { line.contains($0) }) else { return nil }
          return TemplateFault(
            .placeholder, file: "\(kind)/\(file)", line: number,
            Message(
              kk: "бастапқы үлгінің сөздері қалған: «\(words)»",
              ru: "остались слова заготовки: «\(words)»",
              en: "words of the skeleton are left: «\(words)»"))
        }
      }
    }
  }

  /// What stands in a skeleton for words that only its author knows.
  private static let placeholders = [
    "\"Жаңа құжат\"", "\"Новый документ\"", "\"New document\"", "ЖАҢА ҚҰЖАТ", "НОВЫЙ ДОКУМЕНТ",
    "Құжаттың мәтіні осында жазылады", "Здесь пишется текст документа",
    "\"Актінің атауы, қосымша\"", "\"название акта, приложение\"", "\"name of the act, annex\"",
  ]

  private static func fault(
    _ code: TemplateFault.Code, _ file: String, kk: String, ru: String, en: String
  ) -> TemplateFaults {
    TemplateFaults([
      TemplateFault(code, file: file, line: 0, Message(kk: kk, ru: ru, en: en))
    ])
  }

  /// The first letters of the words, with a digit where another kind has them.
  private static func code(for kind: String, besides codes: Set<String>) -> String {
    let initials = String(kind.split(separator: "-").compactMap(\.first).prefix(6)).uppercased()
    if !codes.contains(initials) { return initials }
    return (2...99).lazy.map { initials + String($0) }.first { !codes.contains($0) } ?? initials
  }

  private static func manifest(code: String) -> String {
    """
    # What the kind is. Every key is explained in the guide "Add a document in ten minutes".
    code: \(code)
    # One of: labour-immigrant-permit, temporary-residence-permit, permanent-residence-permit,
    # qualification-certificate, exit-for-permanent-residence.
    service: temporary-residence-permit
    # What the decision does: grant, extend, reissue, duplicate, refuse, revoke, annul, decline,
    # inform, apply.
    action: inform
    # What the paper does for its holder: grants, refuses, informs, ends, applies.
    effect: informs
    title:
      kk: "Жаңа құжат"
      ru: "Новый документ"
      en: "New document"
    # The field in which a record may give the number, and the prefix of allotted ones.
    number: {field: certificateNumber, series: "{place}-{yy}"}
    copies: 1
    # Fields of shared/fields.yaml: printed and never blank; printed when given; not printed.
    required: [fullName, citizenship, officerPosition, officerFullName]
    optional: [residenceAddress]
    carried: []
    # Which fields stand in the code.
    claims:
      name: fullName
      citizenship: citizenship
    rules:
      - GEN-REQUIRED-FIELDS
      - GEN-EDITION
      - GEN-ISSUE-DATE
      - GEN-UNIQUE-NUMBER
      - GEN-KK-LETTERS

    """
  }

  private static let edition = """
    # The act behind the form, as it stands at the foot of the paper. Add `until: yyyy-MM-dd` when
    # the form ends.
    act:
      kk: "Актінің атауы, қосымша"
      ru: "название акта, приложение"
      en: "name of the act, annex"

    """

  private static let kk = """
    letterhead: {issuingBody}
    title:      № {certificateNumber} ЖАҢА ҚҰЖАТ
    row:        Т.А.Ә.: | {fullName}
    row:        Азаматтығы: | {citizenship}
    row?:       Мекенжайы: | {residenceAddress}
    paragraph:  Құжаттың мәтіні осында жазылады.
    signature:  Уәкілетті қызметкер | {officerPosition} {officerFullName} | {issueDate}
    seal:       {howToCheck}

    """

  private static let ru = """
    letterhead: {issuingBody}
    title:      НОВЫЙ ДОКУМЕНТ № {certificateNumber}
    row:        Ф.И.О.: | {fullName}
    row:        Гражданство: | {citizenship}
    row?:       Адрес: | {residenceAddress}
    paragraph:  Здесь пишется текст документа.
    signature:  Уполномоченный сотрудник | {officerPosition} {officerFullName} | {issueDate}
    seal:       {howToCheck}

    """

  private static func example(_ kind: String, _ from: CalendarDate) -> String {
    """
    {
      "id": "EXAMPLE-NEW-1",
      "document": "\(kind)",
      "issuingBody": "ALA-MPS-01",
      "issueDate": "\(from.iso)",
      "fields": {
        "fullName": "SAMPLE ANNA",
        "citizenship": "KGZ",
        "residenceAddress": {"kk": "Алматы қ., Үлгі к., 1-үй", "ru": "г. Алматы, ул. Образцовая, дом 1"},
        "officerPosition": {"kk": "Инспектор", "ru": "Инспектор"},
        "officerFullName": "Үлгіәлі Ә. Б."
      }
    }

    """
  }
}
