internal import TamgaDomain
internal import TamgaFormats
internal import TamgaSeal

/// The printed text of one paper, to be held against its seal.
struct PaperText {
  enum Result {
    case same
    /// A page is a scan: what it shows cannot be compared.
    case scanned
    /// A page was drawn anew by another program, and no sealed field is found in the words that it left.
    case unread
    case differs
  }

  /// A run may print each paper several times, one after the other; the acts ask for two or three.
  private static let copyLimit = 4
  /// Words that are searched for what stands in a field's place; a paper has some 500.
  private static let wordLimit = 10_000

  private let pages: [String]
  private let hasScan: Bool
  private let isRedrawn: Bool
  private let data: ProgramData
  /// The file that was issued is the first print and says so: only another file may be a later one.
  private let mayBeLaterPrint: Bool

  init(
    _ contents: [PageContents], _ data: ProgramData, isCanonical: Bool
  ) {
    mayBeLaterPrint = !isCanonical
    pages = contents.map { $0.text ?? "" }
    // Pages without words and without evidence are scans, whoever looked at them.
    hasScan =
      contents.contains { $0.isScan }
      || contents.allSatisfy {
        $0.evidence.isEmpty && $0.text.map { PrintedText.words(of: $0).isEmpty } ?? true
      }
    isRedrawn = contents.contains { $0.evidence.contains { $0.kind == .rewritten } }
    self.data = data
  }

  /// Whether the pages speak of one that is not among them.
  var lacksPage: Bool { PageMark.tellsOfMissing(pages) }

  /// Whether the pages print what was sealed, once or several times over.
  func check(against claims: PaperClaims, _ shown: ShownClaims) -> Result {
    let isSame = isSealed(by: claims)
    // A scanner never reads every letter right: who hides the very words beneath a picture shows
    // other ones.
    if hasScan { return isSame ? .differs : .scanned }
    if isSame { return .same }
    return isRedrawn && !hasField(of: shown) ? .unread : .differs
  }

  /// Whether any sealed field stands in the text.
  private func hasField(of claims: ShownClaims) -> Bool {
    let printed = Array(PrintedText.words(of: pages.joined(separator: "\n")))
    return [claims.name, claims.passport, claims.number].contains { value in
      guard let value else { return false }
      return printed.holds(Array(PrintedText.words(of: value)))
    }
  }

  private func isSealed(by claims: PaperClaims) -> Bool {
    if pages.allSatisfy({ PrintedText.words(of: $0).isEmpty }) { return false }
    return (1...Self.copyLimit).contains { copies in
      guard pages.count % copies == 0 else { return false }
      let length = pages.count / copies
      return (0..<copies).allSatisfy { copy in
        isSealed(Array(pages[copy * length..<(copy + 1) * length]), by: claims)
      }
    }
  }

  /// Whether these are the pages that were sealed, or those of another print of the paper.
  private func isSealed(_ pages: [String], by claims: PaperClaims) -> Bool {
    if digest(of: pages, claims) == claims.digest { return true }
    guard mayBeLaterPrint else { return false }
    let words = pages.map { PrintedText.words(of: $0) }
    return (2...Self.copyLimit).contains { number in
      let first = words.compactMap { PrintMark.asFirst($0, of: number) }
      return first.count == pages.count && digest(of: first, claims) == claims.digest
    }
  }

  private func digest(of pages: [String], _ claims: PaperClaims) -> [UInt8] {
    // Files without a claim of their own are among what is printed.
    PrintedDigest.of(
      pages: pages, attachments: claims.files == nil ? data.attachments : [], cti: claims.id)
  }

  /// What the files inside are, held against their own claim.
  enum Files {
    /// None was sealed, or a print left them behind.
    case none
    /// The data of the paper; nil for what is no JSON.
    case sealed(ProgramData.Content?)
    case differ
  }

  func files(sealedBy claims: PaperClaims) -> Files {
    guard let digest = claims.files else { return .none }
    if data.attachments.isEmpty { return data.mayBeLost ? .none : .differ }
    guard PrintedDigest.of(files: data.attachments, cti: claims.id) == digest else {
      return .differ
    }
    let content = data.attachments.count == 1 ? data.attachments[0].content : []
    let value = try? JSONReader.strictValue(of: content)
    if let languages = data.languages, !areSealed(languages, as: value?["languageRuns"]) {
      return .differ
    }
    return .sealed(value.map(ProgramData.Content.init))
  }

  private func areSealed(_ languages: LanguageRuns, as sealed: JSONValue?) -> Bool {
    (1...Self.copyLimit).contains { copies in
      pages.count % copies == 0 && languages.areSealed(as: sealed, copies: copies)
    }
  }

  /// The sealed fields that the text has not, with what stands in their place.
  ///
  /// A name is also looked for when the text has it: who alters one side of a bilingual paper
  /// leaves the other as it was.
  ///
  /// - Parameter touched: Words that are not seen, or not as they are written.
  func altered(from claims: ShownClaims, touched: [String]) -> [AlteredClaim] {
    let printed = Array(PrintedText.words(of: pages.joined(separator: "\n")))
    let words = pages.flatMap { $0.split { $0.isWhitespace } }
      .prefix(Self.wordLimit).map(Self.bare)
    let values = [
      claims.name, claims.passport, claims.number, claims.validFrom?.printed,
      claims.validUntil?.printed,
    ]
    let sealedValues = Set(values.compactMap { $0 })
    let touched = Array(PrintedText.words(of: touched.joined(separator: "\n")))
    var altered: [AlteredClaim] = []
    func compare(_ claim: String, _ sealed: String?, isName: Bool = false, isDate: Bool = false) {
      guard let sealed else { return }
      let whole = isName && claims.nameCut ? String(sealed.dropLast()) : sealed
      let wanted = Array(PrintedText.words(of: whole))
      let stands = printed.holds(wanted)
      if touched.holds(wanted) {
        // What is seen in its place is no text.
        altered.append(AlteredClaim(claim: claim, sealed: sealed, printed: nil))
        return
      }
      if stands && !isName { return }
      let near = Self.nearest(to: whole, among: words, besides: sealedValues, isDate: isDate)
      if !stands || near != nil {
        altered.append(AlteredClaim(claim: claim, sealed: sealed, printed: near))
      }
    }
    compare("name", claims.name, isName: true)
    compare("passport", claims.passport)
    compare("number", claims.number)
    compare("validFrom", claims.validFrom?.printed, isDate: true)
    compare("validUntil", claims.validUntil?.printed, isDate: true)
    return altered
  }

  /// The words nearest to a value, as many as it has, that are neither the value itself nor another
  /// sealed one: the first day of a term is near to its last.
  private static func nearest(
    to value: String, among words: [String], besides sealed: Set<String>, isDate: Bool
  ) -> String? {
    let parts = value.split(separator: " ").count
    guard parts > 0, words.count >= parts else { return nil }
    let wanted = Array(value.unicodeScalars)
    let windows = (0...words.count - parts).map { words[$0..<$0 + parts] }
    // The value itself, moved by a word, is no other text.
    var taken = [Bool](repeating: false, count: words.count)
    for window in windows where window.joined(separator: " ") == value {
      for index in window.indices { taken[index] = true }
    }
    // A third of the letters may differ; more is another text.
    var best: (text: String, distance: Int)?
    for window in windows where !window.indices.contains(where: { taken[$0] }) {
      let text = window.joined(separator: " ")
      guard text != value, !sealed.contains(text), !isDate || isPrintedDate(text) else { continue }
      let limit = min(wanted.count / 3, (best?.distance ?? .max) - 1)
      let distance = EditDistance.between(wanted, Array(text.unicodeScalars), limit: limit)
      if let distance { best = (text, distance) }
    }
    return best?.text
  }

  private static func isPrintedDate(_ text: String) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return parts.map { $0.utf8.count } == [2, 2, 4]
      && parts.joined().utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
  }

  /// A word without the punctuation around it.
  private static func bare(_ word: Substring) -> String {
    let punctuation: Set<Character> = [",", ".", ";", ":", "(", ")", "«", "»", "\"", "№"]
    var word = word
    while let first = word.first, punctuation.contains(first) { word.removeFirst() }
    while let last = word.last, punctuation.contains(last) { word.removeLast() }
    return String(word)
  }
}
