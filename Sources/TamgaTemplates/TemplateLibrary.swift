public import TamgaDomain

/// Every template of a folder, read and checked at once. There is no half-read library: one fault
/// anywhere refuses the whole, with all faults named.
public struct TemplateLibrary: Sendable {
  /// By document id.
  public let templates: [String: Template]
  public let shared: SharedWords
  /// What was read, by the names of the files below the folder.
  let texts: [String: String]

  /// Names of folders below the templates that are no kinds.
  static let sharedFolder = "shared"

  /// Reads `folder`.
  ///
  /// - Throws: ``TemplateFaults`` with file and line for everything that is wrong.
  public static func read(folder path: String) throws(TemplateFaults) -> TemplateLibrary {
    let log = FaultLog()
    let folder = TemplateFolder(path: path)
    guard let shared = SharedWords.read(from: folder, log: log) else {
      throw TemplateFaults(log.faults)
    }
    let reader = ManifestReader(shared: shared, log: log)
    var kinds: [String: DocumentKind] = [:]
    let names = folder.folders(in: "").filter { $0 != sharedFolder }
    for name in names { kinds[name] = reader.kind(name, in: folder) }
    checkCodes(kinds, log)
    joinPapers(&kinds, log)
    var templates: [String: Template] = [:]
    for (id, kind) in kinds {
      let editions = EditionReader(folder: folder, log: log).editions(of: kind)
      templates[id] = Template(kind: kind, editions: editions)
    }
    guard log.faults.isEmpty else {
      throw TemplateFaults(log.faults.sorted { ($0.file, $0.line) < ($1.file, $1.line) })
    }
    return TemplateLibrary(templates: templates, shared: shared, texts: log.texts)
  }

  public func kind(_ id: String) -> DocumentKind? { templates[id]?.kind }

  /// The edition of the form in force on `day`.
  public func edition(of document: String, on day: CalendarDate) -> TemplateEdition? {
    templates[document]?.edition(on: day)
  }

  /// The last edition of a form that ended before `day`; nil when none did.
  public func lastEdition(of document: String, before day: CalendarDate) -> TemplateEdition? {
    templates[document]?.editions.last { $0.edition.until.map { $0 < day } ?? false }
  }

  /// The edition of an id such as `labour-immigrant-permit/2021-01-30`, for a reprint.
  public func edition(id: String) -> (Template, TemplateEdition)? {
    for template in templates.values {
      if let edition = template.editions.first(where: { $0.edition.id == id }) {
        return (template, edition)
      }
    }
    return nil
  }

  /// The files that make a paper of an edition, as they were read: its manifest, the edition, its forms
  /// and the shared words. Fonts are kept apart, and a cover sheet is no part of a paper.
  ///
  /// - Returns: The texts by the names of the files below the templates; nil for an unknown edition.
  public func files(ofEdition id: String) -> [String: String]? {
    guard let (template, edition) = edition(id: id) else { return nil }
    let own = Set(edition.files + ["\(template.kind.id)/manifest.yaml"])
    return texts.filter { name, _ in
      own.contains(name)
        || name.hasPrefix(Self.sharedFolder + "/") && !Self.notPrinted.contains(name)
    }
  }

  private static let notPrinted: Set = ["shared/fonts.yaml", "shared/cover.yaml"]

  /// A decision that makes several papers must carry the fields of all of them.
  private static func joinPapers(_ kinds: inout [String: DocumentKind], _ log: FaultLog) {
    for (id, kind) in kinds where !kind.also.isEmpty {
      for other in kind.also {
        guard let further = kinds[other], further.also.isEmpty else {
          log.add(
            .unknownVariable, "\(id)/manifest.yaml", 0, kk: "also: «\(other)» құжаты жоқ",
            ru: "also: нет документа «\(other)»", en: "also: there is no kind '\(other)'",
            hint: TemplateFault.meant(other, among: kinds.keys.sorted()))
          continue
        }
        // Printed by the other form: asked for, but not looked for in this one.
        let fields = further.fields.filter { $0.name != kind.number.field }.map {
          FieldDeclaration(
            name: $0.name, type: $0.type, label: $0.label, isRequired: $0.isRequired,
            isPrinted: false, allowsNewlines: $0.allowsNewlines, keepsBlanks: $0.keepsBlanks)
        }
        kinds[id] = (kinds[id] ?? kind).adding(fields)
      }
    }
  }

  /// A code of the seal names one kind.
  private static func checkCodes(_ kinds: [String: DocumentKind], _ log: FaultLog) {
    var seen: [String: String] = [:]
    for (id, kind) in kinds.sorted(by: { $0.key < $1.key }) {
      if let other = seen.updateValue(id, forKey: kind.code) {
        log.add(
          .duplicate, "\(id)/manifest.yaml", 0, kk: "«\(kind.code)» коды «\(other)» құжатында бар",
          ru: "код «\(kind.code)» уже есть у «\(other)»",
          en: "the code '\(kind.code)' is that of '\(other)'")
      }
    }
  }
}
