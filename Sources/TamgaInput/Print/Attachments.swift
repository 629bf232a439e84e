internal import TamgaOptics
internal import TamgaPaperFile
internal import TamgaSeal

/// The files inside a PDF (ISO 32000-1, 7.11.4): the digest of a seal covers them.
struct Attachments {
  private static let limit = 16
  private static let depthLimit = 8

  private let file: PDFObjects

  init(_ file: PDFObjects) {
    self.file = file
  }

  /// All of them; nil when there are more than papers have, one that cannot be read, or one that is said to be
  /// something else than a paper's data: programs go by its names, its size and what it is for, and people read
  /// its description.
  func read(
    from pdf: PDFPages
  ) throws(OpticsError) -> [PrintedDigest.Attachment]? {
    let catalog = file.dictionary(file.trailer["Root"]) ?? [:]
    let names = file.dictionary(catalog["Names"]) ?? [:]
    var specifications: [(name: PDFValue, value: PDFValue)] = []
    if let tree = names["EmbeddedFiles"] {
      guard let found = leaves(of: tree, depth: 0), found.count <= Self.limit else { return nil }
      specifications = found
    }
    // Some readers show files that the tree does not name, also those that are elsewhere.
    let known = specifications.compactMap { file.dictionary($0.value) }
    guard !file.contains(where: { isStranger($0, to: known) }) else { return nil }
    var attachments: [PrintedDigest.Attachment] = []
    for specification in specifications {
      guard let members = file.dictionary(specification.value),
        let name = file.resolved(specification.name).string,
        isOurs(members, named: PDFText.string(name)),
        let embedded = file.dictionary(members["EF"]),
        embedded.allSatisfy({ ["F", "UF"].contains($0.key) && $0.value == embedded["F"] }),
        let (reference, stream) = file.stream(embedded["F"])
      else { return nil }
      do throws(OpticsError) {
        let content = try pdf.data(of: reference)
        guard isOurs(stream, holding: content.count) else { return nil }
        attachments.append(PrintedDigest.Attachment(name: PDFText.string(name), content: content))
      } catch {
        guard error.code == .damaged || error.code == .large else { throw error }
        return nil
      }
    }
    return attachments
  }

  /// A specification of a file (ISO 32000-1, 7.11.3) besides those of the tree, or what associates one.
  private func isStranger(
    _ members: [String: PDFValue], to known: [[String: PDFValue]]
  ) -> Bool {
    if let files = members["AF"] {
      let files = file.resolved(files).array ?? [files]
      guard files.allSatisfy({ file.dictionary($0).map(known.contains) ?? false }) else {
        return true
      }
    }
    let isOne =
      ["EF", "RF", "FS", "AFRelationship"].contains { members[$0] != nil }
      || ["Filespec", "F"].contains(file.resolved(members["Type"]).name)
    return isOne && !known.contains(members)
  }

  private static let keys: Set = ["Type", "F", "UF", "Desc", "AFRelationship", "EF"]

  private func isOurs(_ members: [String: PDFValue], named name: String) -> Bool {
    func text(_ key: String) -> String? { file.resolved(members[key]).string.map(PDFText.string) }
    return Set(members.keys).isSubset(of: Self.keys)
      && ["F", "UF"].allSatisfy { members[$0] == nil || text($0) == name }
      && (members["Desc"] == nil
        || text("Desc").map(PaperParts.DataFile.words.values.contains) ?? false)
      && [nil, "Data"].contains(members["AFRelationship"].map { file.resolved($0).name ?? "" })
  }

  private static let parameters: Set = ["Size", "ModDate", "CreationDate"]

  private func isOurs(_ stream: [String: PDFValue], holding count: Int) -> Bool {
    let parameters = file.dictionary(stream["Params"]) ?? [:]
    return Set(parameters.keys).isSubset(of: Self.parameters)
      && (parameters["Size"].map { file.resolved($0).integer == count } ?? true)
      && [nil, "application/json"].contains(stream["Subtype"].map { file.resolved($0).name ?? "" })
      && stream["Metadata"] == nil && stream["AF"] == nil
  }

  /// The names and values of a name tree (ISO 32000-1, 7.9.6).
  private func leaves(of node: PDFValue, depth: Int) -> [(name: PDFValue, value: PDFValue)]? {
    guard depth < Self.depthLimit, let members = file.dictionary(node) else { return nil }
    var found: [(name: PDFValue, value: PDFValue)] = []
    let pairs = file.resolved(members["Names"]).array ?? []
    for index in stride(from: 1, to: pairs.count, by: 2) {
      found.append((pairs[index - 1], pairs[index]))
    }
    for kid in file.resolved(members["Kids"]).array ?? [] {
      guard let more = leaves(of: kid, depth: depth + 1), found.count <= Self.limit else {
        return nil
      }
      found += more
    }
    return found
  }
}
