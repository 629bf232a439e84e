internal import TamgaOptics
internal import TamgaSeal

/// The files inside a PDF (ISO 32000-1, 7.11.4): the digest of a seal covers them.
struct Attachments {
  private static let limit = 16
  private static let depthLimit = 8

  private let file: PDFObjects

  init(_ file: PDFObjects) {
    self.file = file
  }

  /// All of them; nil when there are more than papers have, or one that cannot be read.
  func read(
    from pdf: PDFPages
  ) throws(OpticsError) -> [PrintedDigest.Attachment]? {
    let catalog = file.dictionary(file.trailer["Root"]) ?? [:]
    let names = file.dictionary(catalog["Names"]) ?? [:]
    var specifications: [PDFValue] = []
    if let tree = names["EmbeddedFiles"] {
      guard let found = leaves(of: tree, depth: 0), found.count <= Self.limit else { return nil }
      specifications = found
    }
    // Some readers show files that the tree does not name.
    let known = specifications.compactMap { file.dictionary($0) }
    guard !file.contains(where: { $0["EF"] != nil && !known.contains($0) }) else { return nil }
    var attachments: [PrintedDigest.Attachment] = []
    for specification in specifications {
      guard let members = file.dictionary(specification),
        let name = file.resolved(members["UF"] ?? members["F"]).string,
        let embedded = file.dictionary(members["EF"]),
        embedded.allSatisfy({ ["F", "UF"].contains($0.key) && $0.value == embedded["F"] }),
        let (reference, _) = file.stream(embedded["F"])
      else { return nil }
      do throws(OpticsError) {
        attachments.append(
          PrintedDigest.Attachment(name: PDFText.string(name), content: try pdf.data(of: reference))
        )
      } catch {
        guard error.code == .damaged || error.code == .large else { throw error }
        return nil
      }
    }
    return attachments
  }

  /// The values of a name tree (ISO 32000-1, 7.9.6).
  private func leaves(of node: PDFValue, depth: Int) -> [PDFValue]? {
    guard depth < Self.depthLimit, let members = file.dictionary(node) else { return nil }
    var found: [PDFValue] = []
    let pairs = file.resolved(members["Names"]).array ?? []
    for index in stride(from: 1, to: pairs.count, by: 2) { found.append(pairs[index]) }
    for kid in file.resolved(members["Kids"]).array ?? [] {
      guard let more = leaves(of: kid, depth: depth + 1), found.count <= Self.limit else {
        return nil
      }
      found += more
    }
    return found
  }
}
