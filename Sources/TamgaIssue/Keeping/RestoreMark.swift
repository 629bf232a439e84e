import Foundation
import TamgaDomain
import TamgaFormats
import TamgaSeal

/// Says that an office was restored from a backup after which papers may have been issued: no number is
/// given until somebody answers for that. The file `restored.json` of the office folder.
package struct RestoreMark: Hashable, Sendable {
  package static let fileName = "restored.json"
  /// Numbers of each series that are left out where nobody said how many: more than an office issues in a
  /// week.
  package static let manyPapers = 10_000

  /// When the backup was made, in seconds since 1970.
  package let backupAt: Int64
  /// Papers that were issued after it, at most.
  package let issuedSince: Int

  package init(backupAt: Int64, issuedSince: Int) {
    self.backupAt = backupAt
    self.issuedSince = issuedSince
  }

  /// The mark of an office; nil when there is none. A damaged one is still a mark.
  init?(of office: String) {
    guard let data = FileManager.default.contents(atPath: office + "/" + Self.fileName) else {
      return nil
    }
    let json = try? JSONReader.strictValue(of: Array(data))
    func number(_ key: String) -> Int64? {
      if case .integer(let number)? = json?[key] { number } else { nil }
    }
    backupAt = number("backupAt") ?? 0
    issuedSince = number("issuedSince").map { Int(clamping: $0) } ?? Self.manyPapers
  }

  package var bytes: [UInt8] {
    JSONWriter.bytes(
      .object([
        .init("backupAt", .integer(backupAt)), .init("issuedSince", .integer(Int64(issuedSince))),
      ]))
  }

  /// Takes the mark away once somebody has answered.
  static func remove(from office: String) throws(IssueError) {
    let path = office + "/" + fileName
    guard unlink(path) == 0 || errno == ENOENT else { throw OfficeFile.failure(path, errno) }
    try OfficeFile.flushFolder(of: path)
  }

  func error(_ zone: OfficeZone) -> IssueError {
    let (day, count) = (zone.stamp(backupAt), issuedSince)
    return IssueError(
      .registerRestored, Self.fileName,
      kk:
        "кеңсе \(day) жасалған сақтық көшірмеден қалпына келтірілген: содан кейін құжаттар шығарылған болуы мүмкін",
      ru:
        "ведомство восстановлено из резервной копии (\(day)): после неё могли быть выданы документы",
      en: "the office was restored from a backup of \(day): papers may have been issued after it",
      hint: Message(
        kk:
          "«tamga register accept-restore --reason СЕБЕП»: әр қатардан \(count) нөмір өткізіліп, ешқайсысы екі рет берілмейді",
        ru:
          "«tamga register accept-restore --reason ПРИЧИНА»: в каждом ряду пропускается номеров: \(count), и ни один не выдаётся дважды",
        en:
          "'tamga register accept-restore --reason REASON' leaves out \(count) numbers of every series, and none is given twice"
      ))
  }
}
