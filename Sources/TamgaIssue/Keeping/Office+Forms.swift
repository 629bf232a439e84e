public import TamgaDomain
public import TamgaRegister
import TamgaTemplates

/// What papers were made from, against what the templates have now.
extension Office {
  /// A kind whose papers say something else than its template.
  public struct ChangedKind: Hashable, Sendable {
    public let document: String
    /// As its papers were issued.
    public let issued: RegisteredKind.Words
    /// As the templates have it; nil where the kind is gone.
    public let now: RegisteredKind.Words?
  }

  /// The kinds of which the register has papers and whose code, effect or title is another now.
  public func changedKinds() throws(RegisterError) -> [ChangedKind] {
    try register.kinds().compactMap { kind in
      guard let issued = kind.words else { return nil }
      let now = library.kind(kind.document).flatMap { RegisteredKind($0).words }
      return now == issued
        ? nil : ChangedKind(document: kind.document, issued: issued, now: now)
    }
  }

  /// Those of them that have no template here. Their papers stay what they are: a bundle says of them what was said at
  /// issue.
  public func goneKinds() throws(RegisterError) -> [ChangedKind] {
    try changedKinds().filter { $0.now == nil }
  }

  /// What people are told of them; nil where there is none.
  public static func warning(_ gone: [ChangedKind]) -> Message? {
    guard !gone.isEmpty else { return nil }
    let names = gone.map(\.document).joined(separator: ", ")
    return Message(
      kk:
        "құжаттары берілген түрдің үлгісі мұнда жоқ: \(names); құжаттары тексеріле береді, жаңасы шығарылмайды: үлгіні кеңсенің үлгілеріне қойыңыз",
      ru:
        "здесь нет шаблонов видов, документы которых уже выданы: \(names); их документы проверяются дальше, новые не выдаются: положите шаблон к шаблонам ведомства",
      en:
        "kinds of papers that are out have no template here: \(names); their papers are still verified, and no new one is issued: put the template to the office's templates"
    )
  }

  /// A verifier shows papers as the bundle of today says: who changes that changes what papers say that are
  /// out.
  ///
  /// - Parameter agent: Enters the kinds of papers from before the register kept their words.
  /// - Throws: ``IssueError`` of code `kindChanged`, which names them all; a kind that is gone is none of them.
  func refuseChangedKinds(by agent: String) throws {
    let old = try register.kinds().filter { $0.words == nil }
      .compactMap { library.kind($0.document) }.map(RegisteredKind.init)
    if !old.isEmpty { _ = try register.add(old, [], by: agent, at: now()) }
    let changed = try changedKinds().filter { $0.now != nil }
    if let error = Self.error(changed) { throw error }
  }

  /// Nil where there is none.
  public static func error(_ changed: [ChangedKind]) -> IssueError? {
    guard !changed.isEmpty else { return nil }
    func list(_ words: (ChangedKind) -> String) -> String {
      changed.map(words).joined(separator: "; ")
    }
    return IssueError(
      .kindChanged, changed.map { $0.document + "/manifest.yaml" }.joined(separator: ", "),
      kk: "құжаттары берілген түрдің мәні өзгерген: " + list { $0.message.kk },
      ru: "изменено то, что говорят уже выданные документы: " + list { $0.message.ru },
      en: "what papers say that are out was changed: " + list { $0.message.en },
      hint: Message(
        kk:
          "бұрынғысын қайтарыңыз; әсері, атауы немесе коды басқа құжат – бөлек түр: оған өз идентификаторы мен коды керек",
        ru:
          "верните прежнее; документ с другим действием, названием или кодом – другой вид: дайте ему свой идентификатор и код",
        en:
          "put the former words back; a paper with another effect, title or code is another kind, with an id and a code of its own"
      ))
  }

  /// A form that papers were made from and that the templates no longer have so.
  public struct ChangedForm: Hashable, Sendable {
    public let form: RegisteredForm
    /// The files that are others now; empty where the edition is gone.
    public let files: [String]
  }

  /// The changed forms, those that somebody answered for among them.
  public func changedForms() throws(RegisterError) -> [ChangedForm] {
    try register.forms().compactMap { form in
      guard let texts = library.files(ofEdition: form.edition) else {
        return ChangedForm(form: form, files: [])
      }
      let files = form.differences(from: RegisteredForm(edition: form.edition, texts: texts))
      return files.isEmpty ? nil : ChangedForm(form: form, files: files)
    }
  }

  /// Answers for the changed forms of an edition: papers were made from them as they were to be.
  ///
  /// - Returns: The forms; empty where none is changed.
  public func acceptForms(
    ofEdition id: String, agent: String, reason: String
  ) throws -> [ChangedForm] {
    let changed = try changedForms().filter { $0.form.edition == id && !$0.form.isAccepted }
    guard !changed.isEmpty else { return [] }
    try register.accept(changed.map(\.form), by: agent, reason: reason, at: now())
    signChange()
    return changed
  }
}

extension Office.ChangedKind {
  /// What is another now.
  public var message: Message {
    guard let now else {
      return Message(
        kk: "\(document) – үлгілерде жоқ", ru: "\(document) – нет в шаблонах",
        en: "\(document) – not among the templates")
    }
    var parts: [Message] = []
    if now.effect != issued.effect {
      parts.append(Message(both: "effect \(issued.effect.rawValue) → \(now.effect.rawValue)"))
    }
    if now.code != issued.code {
      parts.append(Message(both: "code \(issued.code) → \(now.code)"))
    }
    if now.title != issued.title {
      parts.append(
        Message(
          kk: "атауы «\(issued.title.kk)» → «\(now.title.kk)»",
          ru: "название «\(issued.title.ru)» → «\(now.title.ru)»",
          en: "title '\(issued.title.en)' → '\(now.title.en)'"))
    }
    func all(_ words: (Message) -> String) -> String {
      "\(document): " + parts.map(words).joined(separator: ", ")
    }
    return Message(kk: all(\.kk), ru: all(\.ru), en: all(\.en))
  }
}

extension Office.ChangedForm {
  public var message: Message {
    guard !files.isEmpty else {
      return Message(
        kk: "құжаттар жасалған нысан үлгілерде жоқ",
        ru: "формы, по которой сделаны документы, нет в шаблонах",
        en: "the form that papers were made from is not among the templates")
    }
    let names = files.joined(separator: ", ")
    return Message(
      kk: "құжаттар басқа файлдардан жасалған, олар кейін өзгерген: \(names)",
      ru: "документы сделаны по другим файлам, они потом изменены: \(names)",
      en: "papers were made from other files, which were changed since: \(names)")
  }
}

extension Message {
  /// The same in every language.
  fileprivate init(both text: String) { self.init(kk: text, ru: text, en: text) }
}
