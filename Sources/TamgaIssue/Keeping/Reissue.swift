import TamgaDomain
import TamgaFiles
import TamgaFormats
import TamgaKeys
public import TamgaRegister
public import TamgaSeal
import TamgaTemplates

/// Papers of a compromised key that are genuine no more, and their decisions as records to be issued again.
public struct Reissue: Sendable {
  /// The papers, oldest first; those that had ended are left out, they need no successor.
  public let papers: [PaperEntry]
  /// One record for each decision: as it was, under a new id, without the number that its paper used up.
  let records: [JSONValue]
  /// Decisions whose records went with their retention.
  public let purged: [PaperEntry]

  /// The records as JSON lines.
  var bytes: [UInt8] { records.flatMap { JSONWriter.bytes($0) + [0x0A] } }
}

extension Office {
  /// What must be made again after a key was declared compromised. Changes nothing.
  public func reissue(after id: KeyID) throws -> Reissue {
    let papers = try papersLost(with: id).filter {
      $0.status == .valid || $0.status == .suspended
    }
    let mark = "-" + id.description.prefix(8)
    func newID(_ decision: String) -> String {
      decision.prefix(RecordIDLimit.characters - mark.count) + mark
    }
    let decisions = Set(papers.map(\.decision))
    let byNumber = Dictionary(papers.map { ($0.number.description, $0.decision) }) { $1 }
    var records: [JSONValue] = []
    var purged: [PaperEntry] = []
    for paper in papers where paper.part == 0 {
      guard let bytes = try register.record(of: paper.serial),
        let record = try? JSONReader.strictValue(of: bytes)
      else {
        purged.append(paper)
        continue
      }
      var next = record.setting("id", .text(newID(paper.decision)))
      if paper.relation != .duplicates, let fields = next["fields"],
        let number = library.templates[paper.document]?.kind.number.field
      {
        next = next.setting("fields", fields.setting(number, nil))
      }
      let earlier =
        next["previous"]?["decision"]?.text ?? next["previous"]?.text.flatMap { byNumber[$0] }
      if let earlier, decisions.contains(earlier) {
        next = next.setting(
          "previous", .object([.init("decision", .text(newID(earlier)))]))
      }
      records.append(next)
    }
    return Reissue(papers: papers, records: records, purged: purged)
  }

  /// Puts the records of a reissue into a file below `output` and voids the papers, the newest first, so that no
  /// paper goes on with a void one meanwhile. The file is there before the first paper is void.
  ///
  /// - Returns: The path of the file, to be issued.
  public func begin(
    _ reissue: Reissue, of id: KeyID, output: String, agent: String, reason: String
  ) throws -> String {
    try OfficeFile.makeOutputFolder(output)
    let path = "\(output)/reissue-\(id)-\(now()).jsonl"
    try OfficeFile.write(reissue.bytes, to: path, mode: OutputFolder.fileMode)
    for paper in reissue.papers.reversed() where paper.part == 0 {
      _ = try void(paper, agent: agent, reason: reason)
    }
    return path
  }
}

/// As `RecordLimits.idCharacters` of the reader of records.
private enum RecordIDLimit { static let characters = 64 }

extension JSONValue {
  /// The object with another value under a key, in its place or at the end; nil takes the key away.
  fileprivate func setting(_ key: String, _ value: JSONValue?) -> JSONValue {
    guard var members else { return self }
    let place = members.firstIndex { $0.key == key }
    if let place { members.remove(at: place) }
    if let value { members.insert(Member(key, value), at: place ?? members.endIndex) }
    return .object(members)
  }
}
