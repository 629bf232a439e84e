import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must find.
@Suite struct LookingUpTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: Backend.allCases) func everyWayToAPaper(_ backend: Backend) throws {
    let register = try backend.open(folder)
    for index in 1...5 { try register.issued(request("D-\(index)")) }
    let paper = try #require(try register.paper(serial: 3))
    #expect(paper.decision == "D-3" && paper.service == .labourImmigrant)
    #expect(paper.languages == [.kk, .ru] && paper.issuingBody == "ALA-MPS-01")
    #expect(paper.edition == "labour-immigrant-permit/2021-01-30" && paper.recordHash == hash(1))
    #expect(paper.validFrom == CalendarDate(2021, 2, 10) && paper.issueDate.iso == "2021-02-09")
    #expect(try register.papers(number: paper.number) == [paper])
    #expect(try register.copies(ofNumber: paper.number.number) == [paper])
    #expect(try register.paper(decision: "D-3", part: 0) == paper)
    #expect(try register.paper(at: paper.statusIndex) == paper)
    #expect(try register.paper(number: paper.number, checkCode: "0123ABCD") == paper)
    #expect(try register.seal(of: 3) == sealRecord(3))
  }

  @Test(arguments: Backend.allCases) func whatIsNotThere(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D"))
    let copy = DocumentNumber(stored: paper.number.number, copy: 1)
    #expect(try register.paper(serial: 2) == nil)
    #expect(try register.papers(number: copy) == [])
    #expect(try register.papers(number: DocumentNumber("1")) == [])
    #expect(try register.paper(decision: "d", part: 0) == nil, "ids are not folded")
    #expect(try register.paper(decision: "D", part: 1) == nil)
    #expect(try register.paper(at: #require(StatusIndex(list: 0, position: 0))) == nil)
    #expect(try register.paper(number: paper.number, checkCode: "0123ABCE") == nil)
    #expect(try register.paper(number: copy, checkCode: "0123ABCD") == nil)
    #expect(try register.seal(of: 2) == nil)
    #expect(try register.record(of: 2) == nil)
    #expect(try register.chain(endingWith: 2) == [])
  }

  @Test(arguments: Backend.allCases) func chains(_ backend: Backend) throws {
    let register = try backend.open(folder)
    var papers = [try register.issued(request("D-0"))]
    for (index, relation) in [Relation.extends, .reissues, .duplicates, .extends].enumerated() {
      let previous = papers[index].serial
      papers.append(
        try register.issued(
          request("D-\(index + 1)") {
            $0.previous = previous
            $0.relation = relation
          }))
    }
    #expect(try register.chain(endingWith: papers[4].serial).map(\.serial) == papers.map(\.serial))
    #expect(try register.chain(endingWith: papers[0].serial).map(\.serial) == [papers[0].serial])
    let end = try register.issued(
      request("END") {
        $0.previous = papers[4].serial
        $0.relation = .revokes
      })
    #expect(try register.chain(endingWith: end.serial).map(\.serial) == [end.serial])
  }

  @Test(arguments: Backend.allCases) func aChainHasALimit(_ backend: Backend) throws {
    let register = try backend.open(folder)
    var previous: Int64?
    for index in 0...RegisterLimits.chainPapers {
      previous = try register.reserved(
        request("D-\(index)") {
          $0.previous = previous
          $0.relation = previous == nil ? nil : .extends
        }
      ).paper.serial
    }
    let chain = try register.chain(endingWith: #require(previous))
    #expect(chain.count == RegisterLimits.chainPapers)
    #expect(chain.first?.decision == "D-1" && chain.last?.serial == previous)
  }

  @Test(arguments: Backend.allCases) func papersOfAPerson(_ backend: Backend) throws {
    let register = try backend.open(folder)
    for (index, date) in ["2021-01-05", "2021-03-05", "2021-02-05"].enumerated() {
      try register.issued(
        request("D-\(index)") {
          $0.issueDate = CalendarDate(iso: date) ?? $0.issueDate
          $0.personKeys = ["key-a", "key-b", "key-b"]
        })
    }
    _ = try register.reserved(
      request("OTHER") {
        $0.personKeys = ["key-c"]
        $0.service = .exit
      })
    func found(
      _ key: String, document: String? = nil, service: Service? = nil, limit: Int = 10
    ) throws -> [String] {
      try register.papers(personKey: key, document: document, service: service, limit: limit)
        .map(\.decision)
    }
    #expect(try found("key-a") == ["D-1", "D-2", "D-0"])
    #expect(try found("key-b", service: .labourImmigrant) == ["D-1", "D-2", "D-0"])
    #expect(try found("key-a", document: "labour-immigrant-permit", limit: 1) == ["D-1"])
    #expect(try found("key-a", document: "exit-pr-talon") == [])
    #expect(try found("key-c", service: .labourImmigrant) == [])
    #expect(try found("key-c", service: .exit) == ["OTHER"])
    #expect(try found("key-") == [])
  }

  struct Filter: Sendable, CustomTestStringConvertible {
    let filter: PaperFilter
    let expected: [Int64]
    let why: String
    var testDescription: String { why }
  }

  static let filters: [Filter] = [
    Filter(filter: PaperFilter(), expected: [1, 2, 3, 4], why: "everything"),
    Filter(filter: .unfinished, expected: [2, 3], why: "unfinished"),
    Filter(filter: PaperFilter(states: [.void]), expected: [4], why: "void"),
    Filter(filter: PaperFilter(status: .revoked), expected: [4], why: "revoked"),
    Filter(filter: PaperFilter(batch: "B"), expected: [2], why: "a batch"),
    Filter(filter: PaperFilter(batch: "C"), expected: [], why: "an unknown batch"),
    Filter(filter: PaperFilter(document: "exit-pr-talon"), expected: [3], why: "a kind"),
    Filter(filter: PaperFilter(service: .exit), expected: [3], why: "a service"),
    Filter(filter: PaperFilter(issuingBody: "AST-MPS-01"), expected: [1], why: "a body"),
    Filter(
      filter: PaperFilter(issuedFrom: CalendarDate(2021, 2, 10)), expected: [2], why: "a first day"),
    Filter(
      filter: PaperFilter(issuedThrough: CalendarDate(2021, 2, 9)), expected: [1, 3, 4],
      why: "a last day"),
    Filter(
      filter: PaperFilter(service: .exit, states: [.issued]), expected: [], why: "both or nothing"),
  ]

  @Test(arguments: Backend.allCases, filters) func listings(
    _ backend: Backend, _ row: Filter
  ) throws {
    let register = try backend.open(folder)
    try register.issued(request("D-1") { $0.issuingBody = "AST-MPS-01" })
    _ = try register.sealed(
      request("D-2") {
        $0.batch = "B"
        $0.issueDate = CalendarDate(2021, 2, 10) ?? $0.issueDate
      })
    _ = try register.reserved(
      request("D-3") {
        $0.service = .exit
        $0.document = "exit-pr-talon"
      })
    let void = try register.issued(request("D-4"))
    _ = try register.void(void.serial, by: clerk, reason: "typed twice", at: noon)
    #expect(try register.papers(row.filter, after: 0, limit: 10).map(\.serial) == row.expected)
    // The same by pages of one.
    var paged: [Int64] = []
    while let next = try register.papers(row.filter, after: paged.last ?? 0, limit: 1).first {
      paged.append(next.serial)
    }
    #expect(paged == row.expected)
    #expect(
      try register.counts()
        == [
          PaperCount(document: "exit-pr-talon", state: .reserved, status: .valid, papers: 1),
          PaperCount(
            document: "labour-immigrant-permit", state: .issued, status: .valid, papers: 1),
          PaperCount(
            document: "labour-immigrant-permit", state: .sealed, status: .valid, papers: 1),
          PaperCount(
            document: "labour-immigrant-permit", state: .void, status: .revoked, papers: 1),
        ])
  }

  @Test(arguments: Backend.allCases, [0, -1, RegisterLimits.pageRows + 1])
  func pagesHaveALimit(_ backend: Backend, _ limit: Int) throws {
    let register = try backend.open(folder)
    #expect(code { try register.papers(PaperFilter(), after: 0, limit: limit) } == .limit)
    #expect(
      code {
        try register.papers(personKey: "k", document: nil, service: nil, limit: limit)
      } == .limit)
  }
}
