import TamgaDecisions
import TamgaDomain
public import TamgaFormats
public import TamgaRegister
import TamgaSeal

/// Papers that have to do with a record that is at hand.
extension Office {
  /// Papers of a number or a person that are looked at.
  private static let mostBeside = 100

  /// The papers that a record goes on with, replaces or ends: those that it names, and where it names none, those whose
  /// numbers it prints.
  public func predecessors(of record: JSONValue) throws -> [PaperEntry] {
    if let previous = record["previous"] {
      if let number = previous.text { return try register.search(.number(number)) }
      return try previous["decision"]?.text.map { try register.search(.decision($0)) } ?? []
    }
    guard let decision = decision(of: record) else { return [] }
    var papers: [PaperEntry] = []
    for case .number(let number) in Examiner.printedPredecessors(decision) {
      papers += try register.search(.number(number))
    }
    return papers
  }

  /// The papers whose numbers may stand in what is found in a record: of its decision, of its person, of its numbers.
  public func papersBeside(_ record: JSONValue) throws -> [PaperEntry] {
    var papers = try predecessors(of: record)
    if let id = record["id"]?.text { papers += try register.search(.decision(id)) }
    guard let decision = decision(of: record) else { return papers }
    for key in ReservationRequests.personKeys(decision) {
      papers += try register.papers(
        personKey: key, document: nil, service: nil, limit: Self.mostBeside)
    }
    var findings: [Finding] = []
    if let number = Examiner.givenNumber(decision, &findings) {
      papers += try register.copies(ofNumber: number.number)
    }
    var further: [PaperEntry] = []
    for paper in papers {
      further += try register.chain(endingWith: paper.serial)
      further += try register.followers(of: paper.serial)
    }
    return papers + further
  }

  /// A paper in force that was made today from the same data by another decision: perhaps this one is a slip.
  public func twin(of record: JSONValue) throws -> PaperEntry? {
    guard let decision = decision(of: record) else { return nil }
    let data = Self.data(of: record)
    for key in ReservationRequests.personKeys(decision) {
      for paper in try register.papers(
        personKey: key, document: decision.kind.id, service: nil, limit: Self.mostBeside)
      where paper.state == .issued && paper.status == .valid && paper.decision != decision.id
        && configuration.zone.date(of: paper.reservedAt) == today
      {
        let kept = try register.record(of: paper.serial).flatMap {
          try? JSONReader.read($0).value
        }
        if let kept, Self.data(of: kept) == data { return paper }
      }
    }
    return nil
  }

  /// A record without the id of its decision.
  private static func data(of record: JSONValue) -> [UInt8] {
    CanonicalJSON.bytes(of: .object((record.members ?? []).filter { $0.key != "id" }))
  }

  private func decision(of record: JSONValue) -> Decision? {
    Examiner(office: self).parser.parse(JSONWriter.bytes(record), source: "record").decision
  }
}

extension Register {
  fileprivate func search(_ query: SearchQuery) throws(RegisterError) -> [PaperEntry] {
    try search(query, bodies: nil, limit: 100)
  }
}
