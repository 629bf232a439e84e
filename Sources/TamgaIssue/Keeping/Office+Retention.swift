import Foundation
public import TamgaDomain
public import TamgaRegister
import TamgaTemplates

extension Office {
  /// The day after which the file of a paper may go: the end of the last paper of its chain, or its
  /// issue where there is no term, and the months that the office keeps papers of the service.
  ///
  /// - Returns: Nil where papers of the service are kept for good.
  /// - SeeAlso: Order 76, rules paragraph 12: one year for labour-immigrant permits.
  func lastDayKept(_ paper: PaperEntry) throws -> CalendarDate? {
    guard let service = paper.service, let months = configuration.retentionMonths[service] else {
      return nil
    }
    var last = paper.validUntil ?? paper.issueDate
    var seen: Set<Int64> = [paper.serial]
    var open = [paper.serial]
    while let serial = open.popLast() {
      for follower in try register.followers(of: serial) where seen.insert(follower.serial).inserted
      {
        last = max(last, follower.validUntil ?? follower.issueDate)
        open.append(follower.serial)
      }
    }
    return last.adding(months: months)
  }

  /// All papers of a person, newest first: by passport, and by name with birth date, however they were
  /// typed (``TamgaDomain/Folding``).
  public func papers(
    citizenship: String, passport: String?, name: String?, birthDate: PartialDate?
  ) throws -> [PaperEntry] {
    let asked = Person(
      name: name, passport: passport, citizenship: citizenship, birth: birthDate)
    var papers: [Int64: PaperEntry] = [:]
    for key in PersonKeys.of(asked) {
      let found = try register.papers(
        personKey: key, document: nil, service: nil, limit: RegisterLimits.pageRows)
      for paper in found where papers[paper.serial] == nil {
        papers[paper.serial] = paper
      }
    }
    return try papers.values.filter { paper in
      guard let record = try register.record(of: paper.serial) else { return false }
      let holder = RecordPerson.read(record, library.kind(paper.document))
      // Who asks by the passport alone knows no birth date.
      return holder.passportsAreSame(asked) == true && holder.citizenship == citizenship
        || holder.likeness(to: asked) == .same
    }.sorted { $0.serial > $1.serial }
  }

  /// What a purge did.
  public struct Purge: Hashable, Sendable {
    public var papers: [DocumentNumber] = []
    public var files = 0
  }

  /// Removes persons, records, claims and files of papers whose retention has ended. Number, status
  /// and proof stay.
  ///
  /// A purge that was cut off is finished by the next one.
  ///
  /// - Parameter isTrial: Nothing is removed; the answer says what would be.
  public func purge(agent: String, reason: String, isTrial: Bool) throws -> Purge {
    var purge = Purge()
    var last: Int64 = 0
    let today = today
    while true {
      let papers = try register.papers(PaperFilter(), after: last, limit: 500)
      guard let end = papers.last?.serial else {
        if !isTrial { signChange() }
        return purge
      }
      last = end
      let due = try papers.filter { paper in
        guard paper.purgedAt == nil, paper.state == .issued || paper.state == .void,
          let day = try lastDayKept(paper)
        else { return false }
        return today > day
      }
      purge.papers += due.map(\.number)
      if isTrial { continue }
      if !due.isEmpty {
        _ = try register.purge(due.map(\.serial), by: agent, reason: reason, at: now())
      }
      // Also the files of a purge that was cut off here.
      for paper in papers where paper.purgedAt != nil || due.contains(paper) {
        guard let file = paper.file else { continue }
        if try store.remove(file.sha256) { purge.files += 1 }
      }
    }
  }
}
