internal import TamgaSeal

/// The pages of one input that belong together because they carry the same seal.
struct FoundPaper {
  /// What a code holds, as far as papers are told apart by it.
  enum Code: Hashable {
    case seal([UInt8])
    /// Meant as a seal, but unreadable.
    case broken(text: String, PayloadText.Fault)
  }

  /// Different codes on its pages; more than one is an alarm.
  var codes: [Code]
  /// The hosts of the links that carried the seal.
  var hosts: Set<String>
  /// From 1.
  var pages: [Int]
  var contents: [PageContents]

  /// Sorts pages into papers, in the order of their first pages.
  ///
  /// Codes that stand on one page belong together; a page without a code belongs to the paper of the
  /// page before it, and leading ones to the first paper. Nothing is left out but cover sheets and
  /// blank pages (``others(on:)``): a page that was put in changes the digest of its paper. Codes that
  /// are no seals are not looked at.
  static func papers(on pages: [PageContents]) -> [FoundPaper] {
    var papers: [FoundPaper] = []
    /// The paper of each code; papers that turn out to be one are joined.
    var owner: [Code: Int] = [:]
    var leading: [Int] = []
    var current: Int?
    let others = Set(others(on: pages).map { $0.page })
    for (index, page) in pages.enumerated() {
      let found = seals(page.codes)
      let owners = Set(found.codes.compactMap { owner[$0] }).sorted()
      if found.codes.isEmpty {
        if others.contains(index + 1) { continue }
        guard let current else {
          leading.append(index)
          continue
        }
        papers[current].pages.append(index + 1)
        papers[current].contents.append(page)
        continue
      }
      let target = owners.first ?? papers.count
      if target == papers.count {
        papers.append(FoundPaper(codes: [], hosts: [], pages: [], contents: []))
      }
      for other in owners.dropFirst() {
        papers[target].join(papers[other])
        papers[other] = FoundPaper(codes: [], hosts: [], pages: [], contents: [])
      }
      let own = FoundPaper(
        codes: found.codes, hosts: found.hosts, pages: [index + 1], contents: [page])
      papers[target].join(own)
      for code in papers[target].codes { owner[code] = target }
      current = target
    }
    papers.removeAll { $0.pages.isEmpty }
    if !papers.isEmpty {
      papers[0].join(
        FoundPaper(
          codes: [], hosts: [], pages: leading.map { $0 + 1 }, contents: leading.map { pages[$0] }))
    }
    return papers.sorted { ($0.pages.first ?? 0) < ($1.pages.first ?? 0) }
  }

  /// The pages that are no part of any paper. A cover sheet may go on over pages without a title, up to
  /// the first page with a seal. A blank page is one only among several papers or beside a cover sheet: in a
  /// paper alone it was put in.
  static func others(on pages: [PageContents]) -> [OtherPage] {
    var others: [OtherPage] = []
    var isCover = false
    var found: Set<Code> = []
    for (index, page) in pages.enumerated() {
      let codes = seals(page.codes).codes
      guard codes.isEmpty else {
        found.formUnion(codes)
        isCover = false
        continue
      }
      isCover = isCover || page.other == .coverSheet
      guard let kind = page.other ?? (isCover ? .coverSheet : nil) else { continue }
      others.append(OtherPage(page: index + 1, kind: kind))
    }
    let isPaperAlone = found.count == 1 && !others.contains { $0.kind == .coverSheet }
    return isPaperAlone ? [] : others
  }

  /// A paper of which only the text of its code is there, as it was typed or scanned; nil for another text.
  init?(typed text: String) {
    self.init(codes: [], hosts: [], pages: [], contents: [PageContents(text: nil, codes: [text])])
    do throws(PayloadText.Fault) {
      let payload = try PayloadText(typed: text)
      codes = [.seal(payload.bytes)]
      if let host = payload.host { hosts = [host] }
    } catch {
      if error == .noSeal { return nil }
      codes = [.broken(text: String(text.prefix(PayloadText.limit)), error)]
    }
  }

  private init(codes: [Code], hosts: Set<String>, pages: [Int], contents: [PageContents]) {
    self.codes = codes
    self.hosts = hosts
    self.pages = pages
    self.contents = contents
  }

  /// The papers of one picture: one for each different seal, because papers are laid side by side.
  static func photographed(_ texts: [String]) -> [FoundPaper] {
    var papers: [FoundPaper] = []
    for text in texts {
      let found = seals([text])
      guard let code = found.codes.first else { continue }
      if let known = papers.firstIndex(where: { $0.codes == [code] }) {
        papers[known].hosts.formUnion(found.hosts)
      } else {
        papers.append(
          FoundPaper(
            codes: [code], hosts: found.hosts, pages: [1],
            contents: [PageContents(text: nil, codes: [text])]))
      }
    }
    return papers
  }

  private mutating func join(_ other: FoundPaper) {
    for code in other.codes where !codes.contains(code) { codes.append(code) }
    hosts.formUnion(other.hosts)
    let joined = (Array(zip(pages, contents)) + Array(zip(other.pages, other.contents)))
      .sorted { $0.0 < $1.0 }
    pages = joined.map { $0.0 }
    contents = joined.map { $0.1 }
  }

  /// The different seals among the texts of codes.
  private static func seals(_ texts: [String]) -> (codes: [Code], hosts: Set<String>) {
    var codes: [Code] = []
    var hosts: Set<String> = []
    for text in texts {
      let code: Code
      do {
        let payload = try PayloadText(text)
        code = .seal(payload.bytes)
        if let host = payload.host { hosts.insert(host) }
      } catch .noSeal {
        continue
      } catch {
        code = .broken(text: String(text.prefix(PayloadText.limit)), error)
      }
      if !codes.contains(code) { codes.append(code) }
    }
    return (codes, hosts)
  }
}
