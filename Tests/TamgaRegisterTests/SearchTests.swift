import TamgaDomain
import Testing

@testable import TamgaRegister

/// What every register must find for somebody who types.
@Suite struct SearchTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let names = [
    ("D-1", "KARIMOV ALI RUSTAM O'G'LI", "FA 123-4567", "ALA-MPS-01"),
    ("D-2", "KARIMOVA ALIYA", "FA1234568", "AST-MPS-01"),
    ("D-3", "Öztürk İsmail", "U 12345678", "ALA-MPS-01"),
    ("D-4", "КӘРІМОВ Әли", "N0000001", "AST-MPS-01"),
    ("D-5", "LI XU", "E11", "ALA-MPS-01"),
  ]

  private func filled(_ backend: Backend) throws -> any Register {
    let register = try backend.open(folder)
    for (decision, name, passport, body) in Self.names {
      try register.issued(
        request(decision) {
          $0.issuingBody = body
          $0.searchKeys = SearchKeys.of(names: [name], passports: [passport])
        })
    }
    return register
  }

  struct Row: Sendable, CustomTestStringConvertible {
    let query: SearchQuery
    let found: [String]
    var bodies: [String]? = nil
    var limit = 20
    var testDescription: String { "\(query) \(bodies ?? []) \(limit)" }
  }

  static let rows: [Row] = [
    Row(query: .name("karim"), found: ["D-2", "D-1"]),
    Row(query: .name("karim"), found: ["D-2"], limit: 1),
    Row(query: .name("karim"), found: ["D-1"], bodies: ["ALA-MPS-01"]),
    Row(query: .name("karim"), found: [], bodies: []),
    Row(query: .name("KARIMOV "), found: ["D-2", "D-1"]),
    Row(query: .name("ali"), found: ["D-2", "D-1"]),
    Row(query: .name("oglı"), found: ["D-1"]),
    Row(query: .name("ALI karimov"), found: ["D-2", "D-1"]),
    Row(query: .name("karimov rustam"), found: ["D-1"]),
    Row(query: .name("rustam a k"), found: ["D-1"]),
    Row(query: .name("ali ali"), found: []),
    Row(query: .name("kаrimova"), found: ["D-2"]),  // Cyrillic а
    Row(query: .name("ozturk"), found: ["D-3"]),
    Row(query: .name("ismail ö"), found: ["D-3"]),
    Row(query: .name("кәрім"), found: ["D-4"]),
    Row(query: .name("l"), found: ["D-5"]),
    Row(query: .name("x"), found: ["D-5"]),
    Row(query: .name("%"), found: []),
    Row(query: .name(" '.- "), found: []),
    Row(query: .name("p|fa"), found: []),
    Row(query: .passport("fa1234567"), found: ["D-1"]),
    Row(query: .passport(" ФА 12 "), found: []),
    Row(query: .passport("u-12345678"), found: ["D-3"]),
    Row(query: .passport("FA123456"), found: []),
    Row(query: .passport("-"), found: []),
    Row(query: .decision("D-4"), found: ["D-4"]),
    Row(query: .decision("D-4"), found: [], bodies: ["ALA-MPS-01"]),
    Row(query: .decision("D"), found: []),
  ]

  @Test(arguments: Backend.allCases) func byEveryTextThatOneTypes(_ backend: Backend) throws {
    let register = try filled(backend)
    for row in Self.rows {
      #expect(
        try register.search(row.query, bodies: row.bodies, limit: row.limit).map(\.decision)
          == row.found, "\(row)")
    }
  }

  @Test(arguments: Backend.allCases) func numbersAsTyped(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(request("D-1"))
    let copy = try register.issued(
      request("D-2") {
        $0.previous = paper.serial
        $0.relation = .duplicates
      })
    let number = paper.number.number
    func found(_ text: String) throws -> [Int64] {
      try register.search(.number(text), bodies: nil, limit: 9).map(\.serial)
    }
    let spellings = [number, number.lowercased(), number.replacing("-", with: ""), " \(number) "]
    for spelling in spellings {
      #expect(try found(spelling) == [copy.serial, paper.serial], "\(spelling)")
    }
    #expect(try found(number.replacing("ALA", with: "АЛА").lowercased()) == [], "Л is no L")
    #expect(try found(number.replacing("A", with: "А")) == [copy.serial, paper.serial])
    #expect(try found(number + "~1") == [copy.serial])
    #expect(try found(String(number.dropLast())) == [])
  }

  @Test(arguments: Backend.allCases) func onlyPapersThatWereMade(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let keys = SearchKeys.of(names: ["KARIMOV"], passports: [])
    _ = try register.reserved(request("OPEN") { $0.searchKeys = keys })
    _ = try register.sealed(request("SEALED") { $0.searchKeys = keys })
    let void = try register.issued(request("VOID") { $0.searchKeys = keys })
    _ = try register.void(void.serial, by: clerk, reason: "typed twice", at: noon)
    #expect(
      try register.search(.name("karimov"), bodies: nil, limit: 9).map(\.decision) == ["VOID"])
  }

  @Test(arguments: Backend.allCases) func aPurgedPaperIsFoundByItsNumberAlone(
    _ backend: Backend
  ) throws {
    let register = try backend.open(folder)
    let paper = try register.issued(
      request("D") { $0.searchKeys = SearchKeys.of(names: ["KARIMOV"], passports: ["FA1"]) })
    #expect(try register.searchKeys(of: paper.serial) == ["N|KARIMOV", "P|FA1"])
    _ = try register.purge([paper.serial], by: clerk, reason: "retention", at: noon)
    #expect(try register.searchKeys(of: paper.serial) == [])
    #expect(try register.search(.name("KARIMOV"), bodies: nil, limit: 9) == [])
    #expect(try register.search(.passport("FA1"), bodies: nil, limit: 9) == [])
    #expect(
      try register.search(.number(paper.number.number), bodies: nil, limit: 9).count == 1)
  }

  /// More papers of one name than are sorted at once: the newest are looked through first.
  @Test(arguments: Backend.allCases) func aNameThatManyHave(_ backend: Backend) throws {
    let register = try #require(try backend.open(folder) as? any SQLRegister)
    let common = try #require(
      try register.reserve(
        (0..<5_600).map { index in
          try request("D-\(index)") {
            let rare = index == 3 ? " XASAN" : ""
            $0.searchKeys = SearchKeys.of(names: ["KARIMOV ALI" + rare], passports: [])
          }
        }, by: clerk, at: noon
      ).last)
    guard case .reserved(let last) = common else { throw Unexpected(outcome: "\(common)") }
    _ = try register.transaction { session in
      try session.execute("UPDATE paper SET state = 'void'", [])
    }
    let found = try register.search(.name("ali"), bodies: nil, limit: 3).map(\.serial)
    let newest = last.paper.serial
    #expect(found == [newest, newest - 1, newest - 2])
    #expect(try register.search(.name("karimov xas"), bodies: nil, limit: 3).map(\.serial) == [4])
    #expect(try register.search(.name("ali"), bodies: ["NONE"], limit: 3).isEmpty)
  }

  @Test func keysOfARecord() {
    let record = """
      {"fields":{"latinFullName":"KARIMOV ALI","fullName":{"kk":"КӘРІМОВ Әли","ru":"КАРИМОВ Али"},
      "passportSeries":"FA","passportNumber":"12 3","holder":"SMITH"}}
      """
    #expect(
      SearchKeys.of(record: Array(record.utf8))
        == [
          "N|ALI KARIMOV", "N|KARIMOV ALI", "N|АЛИ КАРИМОВ", "N|КАРИМОВ АЛИ", "N|КӘРІМОВ ӘЛИ",
          "N|ӘЛИ КӘРІМОВ", "P|FA123",
        ])
    #expect(
      SearchKeys.of(record: Array(record.utf8), nameField: "holder").contains("N|SMITH"))
    #expect(SearchKeys.of(record: [1]) == [])
    let long = SearchKeys.of(
      names: [String(repeating: "ҚЫЗ ", count: 90)], passports: [String(repeating: "9", count: 999)]
    )
    #expect(long.allSatisfy { $0.utf8.count <= RegisterLimits.searchKeyBytes })
  }

  @Test(arguments: Backend.allCases) func anOlderRegisterGetsItsKeys(_ backend: Backend) throws {
    let register = try #require(try backend.open(folder) as? any SQLRegister)
    let record = Array(#"{"fields":{"latinFullName":"KARIMOV ALI"}}"#.utf8)
    for index in 0..<2_100 {
      if index % 700 == 0 { try register.issued(request("D-\(index)") { $0.record = record }) }
    }
    // Its kind has the name in another field.
    let other = try register.issued(
      request("E") {
        $0.personKeys = ["N|UZB|1990|SMITH JO", "P|UZB|FA1", "P|UZB|#00", "R|UZB|1990-01-01|JS"]
      })
    try register.transaction { session in
      try session.execute("DELETE FROM search_key", [])
      try SearchKeyMigration.run(session)
    }
    #expect(try register.search(.name("ali k"), bodies: nil, limit: 9).count == 3)
    #expect(
      try register.searchKeys(of: other.serial) == ["N|JO SMITH", "N|SMITH JO", "P|FA1"])
  }
}
