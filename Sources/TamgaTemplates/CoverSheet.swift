public import TamgaDomain

/// What stands on the sheet upon an office's papers in a print run. Names no person.
public struct CoverSheet: Hashable, Sendable {
  /// The papers of one kind below the sheet.
  public struct Kind: Hashable, Sendable {
    public let title: Message
    public let papers: Int
    /// Prints of each paper.
    public let copies: Int
    /// A range for each series, `ALA-21-0000001-3 – ALA-21-0000016-3`.
    public let numbers: [String]

    public init(title: Message, papers: Int, copies: Int, numbers: [String]) {
      self.title = title
      self.papers = papers
      self.copies = copies
      self.numbers = numbers
    }
  }

  /// The office that the papers go to.
  public var body: Bilingual
  public var batch: String
  public var volume = 1
  public var volumes = 1
  public var kinds: [Kind] = []
  /// Sheets of paper below this one.
  public var sheets = 0
  /// Where a refused record stands and the rules that refused it, `17: LIM-GAP-30`.
  public var refused: [String] = []
  /// Records that could not be finished; the next run of the batch has them.
  public var unfinished = 0
  /// Papers that their holders fetch themselves.
  public var unprinted = 0

  public init(body: Bilingual, batch: String) {
    self.body = body
    self.batch = batch
  }

  /// Refused records that stand on the sheet; a longer list is what `rejected.jsonl` is for.
  static let shownRefusals = 24

  /// Ranges of numbers that stand beside a kind.
  static let shownRanges = 6

  /// The sheet as a document that is laid out like any form: both languages side by side, once.
  public func document(_ shared: SharedWords) -> FilledDocument {
    let words = shared.cover
    let title = Message(kk: words.title.kk, ru: words.title.ru, en: words.title.ru)
    let kind = DocumentKind(
      id: "cover", code: "", service: .exit, action: .inform, effect: .informs, title: title,
      fields: [], rules: [], number: NumberDeclaration(field: "", series: ""), copies: 1,
      claims: SealedClaims(
        name: nil, passport: nil, printsPassport: false, citizenship: nil, validFrom: nil,
        validUntil: nil, further: []),
      groundKinds: [], extendedMark: nil, isSealed: false)
    let day = CalendarDate(daysSinceEpoch: 0)
    let foot = Message(kk: batch, ru: batch, en: batch)
    return FilledDocument(
      kind: kind, edition: Edition(id: "cover", from: day, until: nil, act: foot), number: batch,
      copy: 0, issueDate: day, body: Bilingual(both: body.kk + "\n" + body.ru), author: nil,
      holder: nil, parts: [FilledPart(language: .kk, blocks: blocks(words))], host: "",
      phrases: shared.phrases)
  }

  private func blocks(_ words: CoverWords) -> [FilledBlock] {
    var subtitle = both(words.batch).replacing("{batch}", with: batch)
    if volumes > 1 {
      subtitle +=
        "\n"
        + both(words.volume).replacing("{volume}", with: String(volume))
        .replacing("{volumes}", with: String(volumes))
    }
    var rows = [
      (words.papers, kinds.reduce(0) { $0 + $1.papers }),
      (words.prints, kinds.reduce(0) { $0 + $1.papers * $1.copies }), (words.sheets, sheets),
    ]
    let exceptions = [
      (words.refused, refused.count), (words.unfinished, unfinished), (words.unprinted, unprinted),
    ]
    rows += exceptions.filter { $0.1 > 0 }
    var blocks = [
      block(.letterhead, [[]]), block(.title, [form(both(words.title))]),
      block(.subtitle, [form(subtitle)]),
    ]
    blocks += rows.map { block(.row, [form(both($0)), value(String($1))]) }
    if !kinds.isEmpty {
      blocks.append(block(.table, [words.kind, words.count, words.numbers].map { form(both($0)) }))
      blocks += kinds.map { kind in
        var numbers = kind.numbers.prefix(Self.shownRanges).joined(separator: "; ")
        if kind.numbers.count > Self.shownRanges { numbers += "; …" }
        return block(
          .table,
          [
            value(both(Bilingual(kk: kind.title.kk, ru: kind.title.ru))),
            value("\(kind.papers) × \(kind.copies)"), value(numbers),
          ])
      }
    }
    if !refused.isEmpty {
      var list = refused.prefix(Self.shownRefusals).joined(separator: "; ")
      if refused.count > Self.shownRefusals { list += "; " + both(words.more) }
      blocks.append(block(.paragraph, [form(both(words.lines) + ": " + list)]))
    }
    blocks += [words.printed, words.received].map {
      block(.signature, [form(both($0)), form(" "), form(both(words.hand))])
    }
    return blocks
  }

  private func both(_ text: Bilingual) -> String {
    text.kk == text.ru ? text.kk : text.kk + " / " + text.ru
  }
  private func form(_ text: String) -> [FilledBlock.Run] { [.init(text: text, isValue: false)] }
  private func value(_ text: String) -> [FilledBlock.Run] { [.init(text: text, isValue: true)] }

  private func block(_ kind: BlockKind, _ parts: [[FilledBlock.Run]]) -> FilledBlock {
    FilledBlock(
      kind: kind, parts: parts, items: [], closing: [],
      hasPlaces: parts.contains { $0.contains(where: \.isValue) }, place: "shared/cover.yaml")
  }
}
