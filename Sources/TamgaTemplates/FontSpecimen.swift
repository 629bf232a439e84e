public import TamgaDomain

/// Papers that show the characters of one font: `templates check` issues and verifies them, so that a
/// font which papers cannot be verified in is found before the first paper is.
public enum FontSpecimen {
  /// Characters of one paper: some two pages.
  private static let paperLimit = 900
  /// Characters of a block.
  private static let blockLimit = 40
  /// Where a face has room for a few lines only.
  private static let stripLimit = 40
  /// Characters of a number.
  private static let numberLimit = 16

  /// Nobody's kind of paper, with a seal.
  public static let kind = DocumentKind(
    id: "font-specimen", code: "FONT", service: .exit, action: .inform, effect: .informs,
    title: Message(kk: "қаріп үлгісі", ru: "образец шрифта", en: "font specimen"), fields: [],
    rules: [], number: NumberDeclaration(field: "", series: ""), copies: 1,
    claims: SealedClaims(
      name: nil, passport: nil, printsPassport: false, citizenship: nil, validFrom: nil,
      validUntil: nil, further: []),
    groundKinds: [], extendedMark: nil, isSealed: true)

  /// The papers that show every one of `letters` in the face of `role`; a fallback is shown in all
  /// faces in which it stands in.
  public static func documents(
    of letters: [Unicode.Scalar], in role: FontRole, shared: SharedWords
  ) -> [FilledDocument] {
    let limit =
      switch role {
      case .serif, .serifBold, .serifItalic, .fallback: paperLimit
      case .sans, .sansBold: stripLimit
      case .monoBold: numberLimit
      }
    return stride(from: 0, to: letters.count, by: limit).map { start in
      document(letters[start..<min(start + limit, letters.count)], role, shared)
    }
  }

  /// One paper in all faces, the same for the same words of the strip: what it is drawn as is compared.
  public static func fixed(shared: SharedWords) -> FilledDocument {
    let texts = [
      "Ә Ғ Қ Ң Ө Ұ Ү Һ І әғқңөұүһі АБВГДЕЁЖЗИЙКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯ",
      "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
      "ABCDEFGHIJKLMNOPQRSTUVWXYZ abcdefghijklmnopqrstuvwxyz OʻGʻLI ÀÉÎÕÜ",
      "0123456789 №«»–—().,:;/-",
    ]
    let words = texts.joined(separator: " ")
    let day = CalendarDate(daysSinceEpoch: 0)
    return FilledDocument(
      kind: kind, edition: Edition(id: kind.id, from: day, until: nil, act: kind.title),
      number: "ABC-00-0123456-7", copy: 0, issueDate: day, body: Bilingual(both: texts[0]),
      author: nil, holder: nil,
      parts: [
        FilledPart(
          language: .kk,
          blocks: [block(.title, [texts[0]]), block(.paragraph, [words + " " + words])]
            + texts.map { block(.row, [$0, $0]) } + [block(.operative, [texts[1]])]
            + [block(.note, [words]), block(.seal, [texts[2]])])
      ], host: "tamga.example", phrases: shared.phrases)
  }

  private static func document(
    _ letters: ArraySlice<Unicode.Scalar>, _ role: FontRole, _ shared: SharedWords
  ) -> FilledDocument {
    let texts = stride(from: letters.startIndex, to: letters.endIndex, by: blockLimit).map {
      text(letters[$0..<min($0 + blockLimit, letters.endIndex)], " ")
    }
    var blocks = [block(.title, [kind.title.kk])]
    if [.serif, .fallback].contains(role) { blocks += texts.map { block(.paragraph, [$0]) } }
    if [.serifBold, .fallback].contains(role) { blocks += texts.map { block(.row, ["—", $0]) } }
    if [.serifItalic, .fallback].contains(role) { blocks += texts.map { block(.note, [$0]) } }
    let howToCheck = role == .sans ? text(letters, " ") : shared.phrases.howToCheck.kk
    blocks.append(block(.seal, [howToCheck]))
    let day = CalendarDate(daysSinceEpoch: 0)
    return FilledDocument(
      kind: kind, edition: Edition(id: kind.id, from: day, until: nil, act: kind.title),
      number: role == .monoBold ? text(letters, "") : "1", copy: 0, issueDate: day,
      body: Bilingual(both: role == .sansBold ? text(letters, " ") : kind.title.kk), author: nil,
      holder: nil, parts: [FilledPart(language: .kk, blocks: blocks)], host: "tamga.example",
      phrases: shared.phrases)
  }

  private static func text(_ letters: ArraySlice<Unicode.Scalar>, _ gap: String) -> String {
    letters.map { String($0) }.joined(separator: gap)
  }

  private static func block(_ kind: BlockKind, _ parts: [String]) -> FilledBlock {
    FilledBlock(
      kind: kind,
      parts: parts.enumerated().map { [.init(text: $1, isValue: kind == .row && $0 == 1)] },
      items: [], closing: [], hasPlaces: true, place: "shared/fonts.yaml")
  }
}
