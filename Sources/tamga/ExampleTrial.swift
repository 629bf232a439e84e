import Foundation
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaLayout
import TamgaTemplates

/// Draws every edition of every kind with its examples, as `tamga templates preview` would: what a form alone does not show
/// comes out here and not at the first record.
struct ExampleTrial {
  private let library: TemplateLibrary
  private let folder: String
  private let kinds: Set<String>?
  private let today: CalendarDate
  private let typesetter: Typesetter
  private(set) var faults: [TemplateFault] = []
  private(set) var warnings: [TemplateFault] = []

  /// An example whose name ends so is one that must be refused.
  private static let refused = "_fail.json"
  /// Pages above which a form of an office is rather a slip.
  private static let manyPages = 8

  /// - Parameters:
  ///   - folder: The templates folder.
  ///   - kinds: Those that are tried; nil for all.
  init(
    _ library: TemplateLibrary, in folder: String, kinds: Set<String>? = nil, today: CalendarDate
  ) throws {
    self.library = library
    self.folder = folder
    self.kinds = kinds
    self.today = today
    typesetter = try library.typesetter()
  }

  /// Tries everything; what is wrong is in ``faults`` and ``warnings``.
  mutating func run() {
    for template in library.templates.values.sorted(by: { $0.kind.id < $1.kind.id })
    where kinds?.contains(template.kind.id) ?? true {
      let names = examples(of: template.kind.id)
      if names.isEmpty {
        warn(
          template.kind.id + "/examples", kk: "мысал жоқ: түр тек бос нысанмен тексерілді",
          ru: "нет примера: вид проверен только пустой формой",
          en: "there is no example: the kind was tried as a blank form alone",
          hint: Message(
            kk: "examples/ordinary.json ішіне бір жазба қойыңыз",
            ru: "положите запись в examples/ordinary.json",
            en: "put a record into examples/ordinary.json"))
      }
      for name in names { judge("\(template.kind.id)/examples/\(name)", template) }
      for edition in template.editions {
        for name in names.isEmpty ? [nil] : names.map(Optional.some) {
          draw(template, edition, name.map { "\(template.kind.id)/examples/\($0)" })
        }
        for language in edition.forms.keys.sorted() { drawLongest(template, edition, language) }
      }
    }
  }

  private func examples(of kind: String) -> [String] {
    let names = try? FileManager.default.contentsOfDirectory(atPath: "\(folder)/\(kind)/examples")
    return (names ?? []).filter { $0.hasSuffix(".json") && !$0.hasSuffix(Self.refused) }.sorted()
  }

  /// What an example says must be right, or nobody learns from it.
  private mutating func judge(_ place: String, _ template: Template) {
    guard let bytes = try? Files.bytes(of: folder + "/" + place) else {
      fault(
        .notReadable, place, kk: "файл оқылмайды", ru: "файл не читается",
        en: "the file cannot be read")
      return
    }
    // What only a decision tells is not asked of an example.
    var policy = OfficePolicy()
    policy.facts = .given
    // A form that begins later is judged as on its first day.
    let day = template.editions.map(\.edition.from).reduce(today, max)
    let examiner = Examiner(library: library, bodies: nil, policy: policy, today: day)
    for finding in examiner.refusals(of: bytes) {
      let kind = template.kind
      fault(
        .badExample, place,
        kk: "мысал қабылданбас еді: " + FindingLine.reason(finding, kind, .kk),
        ru: "пример был бы отклонён: " + FindingLine.reason(finding, kind, .ru),
        en: "the example would be rejected: " + FindingLine.reason(finding, kind, .en))
    }
  }

  private mutating func draw(
    _ template: Template, _ edition: TemplateEdition, _ example: String?
  ) {
    let place = example ?? "\(edition.edition.id)"
    do {
      let draft = try Draft(
        template.kind.id, record: example.flatMap { try? Files.bytes(of: folder + "/" + $0) },
        library: library, today: today, on: edition.edition.from, leavesBlanks: true)
      let composition = try draft.layOut(typesetter)
      let pages = composition.pageCount
      tell(composition, edition) { _ in nil }
      if pages > Self.manyPages {
        warn(
          edition.edition.id, kk: "құжат \(pages) бет болады (\(place))",
          ru: "документ занимает \(pages) страниц (\(place))",
          en: "the paper takes \(pages) pages (\(place))")
      }
    } catch let error as TypesetError {
      let inForm = error.place.contains(".form")
      let parts = error.place.split(separator: ":")
      let line = inForm ? parts.last.flatMap { Int($0) } ?? 0 : 0
      let file = inForm ? Self.file(String(parts[0]), of: edition) : place
      let fault = TemplateFault(
        error.code == .missingGlyph ? .missingGlyph : .tooLong, file: file, line: line,
        error.message, hint: error.hint)
      if !faults.contains(fault) { faults.append(fault) }
    } catch {
      // Said of the example already.
    }
  }

  /// What examples do not have: values of every length that a record may have. A text that has no room is named with
  /// its form, its page and the field whose words it shows.
  private mutating func drawLongest(
    _ template: Template, _ edition: TemplateEdition, _ language: Language
  ) {
    let kind = template.kind
    let day = edition.edition.from
    let longest = LongestRecord(kind, library.shared, on: day, in: language)
    guard
      let draft = try? Draft(
        kind.id, record: JSONWriter.bytes(longest.json), library: library, today: today, on: day,
        leavesBlanks: true, bodyName: LongestRecord.bodyName),
      let composition = try? draft.layOut(typesetter, number: LongestRecord.number)
    else { return }
    tell(composition, edition) { longest.field(of: $0) }
  }

  /// Says what has no room. A row that is too narrow shows at every line of its value: the first tells it.
  private mutating func tell(
    _ composition: Composition, _ edition: TemplateEdition, field: (String) -> String?
  ) {
    var told: Set<String> = []
    for overrun in composition.overruns() {
      let place = composition.document.place(of: overrun.text)
      let field = field(overrun.text)
      if told.insert("\(overrun.cause) \(place ?? "") \(field ?? "")").inserted {
        tell(overrun, of: field, at: place, edition)
      }
    }
  }

  private mutating func tell(
    _ overrun: Overrun, of field: String?, at place: String?, _ edition: TemplateEdition
  ) {
    let parts = place?.split(separator: ":").map(String.init) ?? []
    let words: Message
    switch overrun.cause {
    case .edge:
      words = Message(
        kk: "мәтін беттің шетінен шығады",
        ru: "текст выходит за край страницы",
        en: "a text runs over the edge of the page")
    case .overlap:
      words = Message(
        kk: "бір мәтін екіншісінің үстіне түседі",
        ru: "один текст ложится на другой",
        en: "one text lies on another")
    case .dividedWord:
      words = Message(
        kk: "ұзын сөзге орын жоқ, ол бөлініп жазылады",
        ru: "длинному слову нет места, оно разрывается",
        en: "a long word has no room and is divided")
    }
    let name = field.map { $0 + ", " } ?? ""
    let text = "«" + overrun.text.prefix(40) + (overrun.text.count > 40 ? "…»" : "»")
    let fault = TemplateFault(
      .tooLong, file: parts.first.map { Self.file($0, of: edition) } ?? edition.edition.id,
      line: parts.last.flatMap { Int($0) } ?? 0,
      Message(
        kk: "\(words.kk): \(name)\(overrun.page)-бет, \(text)",
        ru: "\(words.ru): \(name)страница \(overrun.page), \(text)",
        en: "\(words.en): \(name)page \(overrun.page), \(text)"))
    if overrun.cause != .dividedWord {
      if !faults.contains(fault) { faults.append(fault) }
    } else if !warnings.contains(fault) {
      warnings.append(fault)
    }
  }

  /// A form as it is named below the templates.
  private static func file(_ name: String, of edition: TemplateEdition) -> String {
    name.contains("/") ? name : edition.edition.id + "/" + name
  }

  private mutating func fault(
    _ code: TemplateFault.Code, _ file: String, kk: String, ru: String, en: String
  ) {
    faults.append(TemplateFault(code, file: file, line: 0, Message(kk: kk, ru: ru, en: en)))
  }

  private mutating func warn(
    _ file: String, kk: String, ru: String, en: String, hint: Message? = nil
  ) {
    let fault = TemplateFault(
      .badExample, file: file, line: 0, Message(kk: kk, ru: ru, en: en), hint: hint)
    if !warnings.contains(fault) { warnings.append(fault) }
  }
}

extension FilledDocument {
  /// File and line of the form whose words or values a text is of; nil for head and foot, and where the forms of both
  /// languages print it.
  fileprivate func place(of text: String) -> String? {
    let places = parts.compactMap { part in
      part.blocks.first { block in
        (block.parts + block.items + [block.closing]).contains {
          $0.map(\.text).joined().contains(text)
        }
      }?.place
    }
    return places.count == 1 ? places[0] : nil
  }
}
