import Foundation
import Testing

/// What was changed behind the register's back is named.
struct AuditTests {
  /// An office with papers of every kind of consequence, audited clean. Copied by each test.
  private static let template = Result {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "120", "--seed", "41")
    try workshop.write("in.jsonl", samples.output)
    let batch = try workshop.issue("in.jsonl")
    try #require(batch.run.status == 0, "\(batch.run.errors)")
    let spoilt = try workshop.tamga(
      "spoil", batch.numbers[0], "--reason", "paper jam", "--office", "office")
    try #require(spoilt.status == 0, "\(spoilt.errors)")
    let note = try workshop.tamga("register", "checkpoint", "--office", "office")
    try workshop.write("kept", note.output)
    return workshop
  }

  private static func office() throws -> Workshop {
    let workshop = try Workshop(office: false)
    for part in ["office", "out", "kept"] {
      _ = try Tool.text("cp", ["-a", template.get().path(part), workshop.path(part)])
    }
    return workshop
  }

  /// Runs a statement as somebody with the file would.
  private static func sql(_ workshop: Workshop, _ statements: String) throws {
    let script = """
      import sqlite3, sys
      db = sqlite3.connect(sys.argv[1])
      db.execute("PRAGMA foreign_keys = OFF")
      db.executescript(sys.argv[2])
      db.commit()
      """
    _ = try Tool.text(
      "python3", ["-c", script, workshop.path("office/register.sqlite"), statements])
  }

  struct Finding: Hashable, CustomStringConvertible {
    let code: String
    let place: String
    var description: String { "\(code) at \(place)" }
  }

  private static func audit(
    _ workshop: Workshop, _ options: String...
  ) throws -> (status: Int32, findings: [Finding]) {
    let run = try workshop.tamga(["register", "audit", "--office", "office", "--json"] + options)
    let findings = try run.lines().compactMap { line in
      line["finding"]?.text.map { Finding(code: $0, place: line["place"]?.text ?? "") }
    }
    #expect(run.status == (findings.isEmpty ? 0 : 1), "\(run.errors)")
    return (run.status, findings)
  }

  /// One forgery: what is done to the database, and the findings that must be among the answers.
  struct Forgery: Sendable, CustomTestStringConvertible {
    let name: String
    let sql: String
    let codes: Set<String>
    var testDescription: String { name }

    init(_ name: String, _ sql: String, _ codes: String...) {
      self.name = name
      self.sql = sql
      self.codes = Set(codes)
    }
  }

  static let forgeries: [Forgery] = [
    Forgery(
      "a longer term", "UPDATE paper SET valid_until = '2099-01-01' WHERE serial = 5", "paper"),
    Forgery("a revoked paper made good", "UPDATE paper SET status = 2 WHERE serial = 5", "paper"),
    Forgery("another number", "UPDATE paper SET number = number || 'X' WHERE serial = 5", "paper"),
    Forgery("another file", "UPDATE paper SET byte_count = 1 WHERE serial = 5", "paper"),
    Forgery(
      "a paper taken out", "DELETE FROM seal WHERE serial = 9; DELETE FROM paper WHERE serial = 9",
      "paper-missing"),
    Forgery(
      "a paper slipped in",
      """
      CREATE TEMP TABLE t AS SELECT * FROM paper WHERE serial = 5;
      UPDATE t SET serial = 9999, decision = 'X', number = 'X-1', series = NULL,
        series_serial = NULL, family = 'x', position = 1048575, previous = NULL, relation = NULL;
      INSERT INTO paper SELECT * FROM t;
      """, "paper-unlogged", "status-list"),
    Forgery("another seal", "UPDATE seal SET bytes = X'F6' WHERE serial = 5", "seal"),
    Forgery(
      "the seal of another paper",
      """
      UPDATE seal SET bytes = (SELECT bytes FROM seal WHERE serial = 6) WHERE serial = 5
      """, "seal"),
    Forgery(
      "another decision", "UPDATE record SET canonical = CAST('{}' AS BLOB) WHERE serial = 5",
      "record"),
    Forgery("no decision", "DELETE FROM record WHERE serial = 5", "record"),
    Forgery("another clerk", "UPDATE event SET who = 'nobody' WHERE sequence = 11", "log-entry"),
    Forgery("another time", "UPDATE event SET at = at + 60 WHERE sequence = 11", "log-entry"),
    Forgery("another reason", "UPDATE event SET reason = 'x' WHERE sequence = 11", "log-entry"),
    Forgery(
      "a reason taken away", "UPDATE event SET reason = NULL, reason_salt = NULL", "log-entry"),
    Forgery(
      "another salt",
      "UPDATE event SET reason_salt = zeroblob(16) WHERE reason IS NOT NULL", "log-entry"),
    Forgery(
      "an entry dropped", "DELETE FROM event WHERE sequence = 11", "log-gap", "log-checkpoint"),
    Forgery(
      "the last entries dropped", "DELETE FROM event WHERE sequence > 300", "log-gap", "paper"),
    Forgery(
      "two entries exchanged",
      """
      UPDATE event SET sequence = -1 WHERE sequence = 11;
      UPDATE event SET sequence = 11 WHERE sequence = 12;
      UPDATE event SET sequence = 12 WHERE sequence = -1;
      """, "log-entry", "log-checkpoint"),
    Forgery(
      "a stored hash", "UPDATE event SET leaf = zeroblob(32) WHERE sequence = 11", "log-entry"),
    Forgery("a tile", "UPDATE log_tile SET hash = zeroblob(32) WHERE place = 0", "log-hash"),
    Forgery("a tile taken out", "DELETE FROM log_tile WHERE place = 0", "log-hash"),
    Forgery(
      "a checkpoint",
      """
      UPDATE checkpoint SET note =
        replace(note, char(10) || size || char(10), char(10) || (size + 1) || char(10))
      """, "checkpoint"),
    Forgery(
      "a number given back", "UPDATE series SET last = last - 1 WHERE prefix LIKE 'ALA-%'", "number"
    ),
    Forgery(
      "a number lost", "UPDATE series SET last = last + 1 WHERE prefix LIKE 'ALA-%'", "number"),
    Forgery("the keys of a person", "DELETE FROM person WHERE serial = 5", "person"),
    Forgery(
      "another person's key", "UPDATE person SET key = key || 'X' WHERE serial = 5", "person"),
    Forgery("a paper that is not found", "DELETE FROM search_key WHERE serial = 5", "search"),
    Forgery(
      "a paper found by a stranger", "INSERT INTO search_key VALUES ('N|STRANGER', 5)", "search"),
    Forgery(
      "a raised bundle sequence",
      """
      INSERT INTO bundle_sequence (one, last) VALUES (1, 9223372036854775806)
        ON CONFLICT (one) DO UPDATE SET last = excluded.last
      """, "bundle-sequence"),
    Forgery("another name of a body", "UPDATE issuing_body SET name_ru = 'Х'", "body"),
    Forgery("a body taken out", "DELETE FROM issuing_body WHERE place = 2", "body"),
    Forgery("another effect of a kind", "UPDATE kind SET effect = 'applies'", "kind"),
    Forgery("a kind taken out", "DELETE FROM kind", "kind"),
    Forgery(
      "another form", "UPDATE paper SET form = zeroblob(32) WHERE serial = 5", "paper", "form"),
    Forgery("no form", "UPDATE paper SET form = NULL WHERE serial = 5", "paper"),
    Forgery("other files of a form", "UPDATE form SET files = files || 'x'", "form"),
    Forgery("a form taken out", "DELETE FROM form", "form"),
    Forgery("a list's count", "UPDATE status_list SET papers = papers + 1", "status-list"),
  ]

  @Test(arguments: forgeries) func named(_ forgery: Forgery) throws {
    let workshop = try Self.office()
    try Self.sql(workshop, forgery.sql)
    let answer = try Self.audit(workshop)
    #expect(forgery.codes.isSubset(of: Set(answer.findings.map(\.code))), "\(answer.findings)")
  }

  @Test func anUntouchedOfficeIsClean() throws {
    let workshop = try Self.office()
    #expect(try Self.audit(workshop, "--output", "out", "--checkpoint", "kept").findings.isEmpty)
  }

  @Test func theChangedPaperIsNamedByItsNumber() throws {
    let workshop = try Self.office()
    let number = try #require(workshop.list()[4]["number"]?.text)
    try Self.sql(workshop, "UPDATE paper SET valid_until = '2099-01-01' WHERE serial = 5")
    #expect(try Self.audit(workshop).findings == [Finding(code: "paper", place: number)])
  }

  @Test func filesAreNamed() throws {
    let workshop = try Self.office()
    let papers = try workshop.list()
    func stored(_ index: Int) throws -> String {
      let sum = try #require(papers[index]["sha256"]?.text)
      return "office/store/\(sum.prefix(2))/\(sum).paper"
    }
    _ = try Tool.text("chmod", ["-R", "u+w", workshop.path("office/store")])
    try workshop.write(stored(0), workshop.data(stored(1)))
    try FileManager.default.removeItem(atPath: workshop.path(stored(2)))
    try workshop.write("office/store/stray.pdf", Data("x".utf8))
    try workshop.write("office/store/other.txt", Data("x".utf8))
    try workshop.write("office/store/shared/ab/ab", Data("x".utf8))
    let printed = try #require(
      workshop.files("out").first { $0.hasSuffix("7-2.pdf") || $0.hasSuffix(".pdf") })
    try workshop.write("out/" + printed, Data("x".utf8))
    let folder = printed.split(separator: "/").dropLast().joined(separator: "/")
    try workshop.write("out/\(folder)/ALA-26-9999999-1.pdf", Data("x".utf8))
    let findings = try Self.audit(workshop, "--output", "out").findings
    let numbers = papers.map { $0["number"]?.text ?? "" }
    #expect(findings.contains(Finding(code: "file", place: numbers[0])))
    #expect(findings.contains(Finding(code: "file-missing", place: numbers[2])))
    #expect(findings.contains { $0.code == "file-stray" && $0.place.hasSuffix("stray.pdf") })
    #expect(findings.contains { $0.code == "file-stray" && $0.place.hasSuffix("other.txt") })
    #expect(findings.contains { $0.code == "file-stray" && $0.place.hasSuffix("shared/ab/ab") })
    #expect(findings.filter { $0.code == "file-stray" }.count == 3)
    #expect(findings.contains { $0.code == "output" })
    #expect(
      findings.filter { $0.code == "output-stray" }.map(\.place)
        == [folder + "/ALA-26-9999999-1.pdf"])
    // Another output folder than that of the batch: one finding, not one a paper.
    let batch = try #require(printed.split(separator: "/").first).description
    let elsewhere = try Self.audit(workshop, "--output", "nowhere").findings
    #expect(elsewhere.filter { $0.code == "output" }.map(\.place) == [batch])
  }

  /// A part that many papers have: each of them is named, and a part that nobody has is no fault.
  @Test func sharedPartsAreProved() throws {
    let workshop = try Self.office()
    let papers = try workshop.list().count
    let store = workshop.path("office/store")
    _ = try Tool.text("chmod", ["-R", "u+w", store])
    let shared = workshop.files("office/store/shared").map { store + "/shared/" + $0 }
    #expect(shared.count > 4)
    let sizes = try shared.map { try Data(contentsOf: URL(filePath: $0)).count }
    let largest = shared[try #require(sizes.firstIndex(of: sizes.max() ?? 0))]
    let kept = try Data(contentsOf: URL(filePath: largest))
    try FileManager.default.removeItem(atPath: largest)
    let missing = try Self.audit(workshop).findings
    #expect(!missing.isEmpty && missing.count <= papers)
    #expect(missing.allSatisfy { $0.code == "file-missing" }, "\(missing)")
    try Data("x".utf8).write(to: URL(filePath: largest))
    let changed = try Self.audit(workshop).findings
    #expect(changed.count == missing.count + 1)
    #expect(Set(changed.map(\.code)) == ["file", "file-stray"], "\(changed)")
    try kept.write(to: URL(filePath: largest))
    #expect(try Self.audit(workshop).findings.isEmpty)
    let sums = try workshop.list().compactMap { $0["sha256"]?.text }
    for sum in sums {
      let own = "\(store)/\(sum.prefix(2))/\(sum).paper"
      try FileManager.default.removeItem(atPath: own)
    }
    let orphans = try Self.audit(workshop).findings
    #expect(orphans.count == papers && orphans.allSatisfy { $0.code == "file-missing" })
  }

  /// Who can write the register can write its hashes as well: the checkpoint that is kept outside it finds
  /// that, and whoever can write there too is found by another holder's.
  @Test func aRewrittenLogIsFoundByAKeptCheckpoint() throws {
    let workshop = try Self.office()
    try Self.sql(
      workshop,
      """
      DELETE FROM checkpoint;
      DELETE FROM event WHERE sequence > 300;
      DELETE FROM log_tile WHERE (place + 1) * 256 > 300;
      """)
    let outside = Set(try Self.audit(workshop).findings.map(\.code))
    #expect(outside.isSuperset(of: ["log-gap", "register-older"]), "\(outside)")
    try FileManager.default.removeItem(atPath: workshop.path("office/checkpoint"))
    let alone = try Self.audit(workshop).findings
    #expect(!alone.contains { $0.code.hasPrefix("log") || $0.code == "register-older" })
    #expect(
      try Self.audit(workshop, "--checkpoint", "kept").findings.contains { $0.code == "log-gap" })
    // A checkpoint of somebody else's making proves nothing.
    let forged = String(decoding: try workshop.data("kept"), as: UTF8.self)
      .replacing("KZ-ALA", with: "KZ-AST")
    try workshop.write("kept", Data(forged.utf8))
    #expect(
      try Self.audit(workshop, "--checkpoint", "kept").findings.contains { $0.code == "checkpoint" }
    )
  }

  /// Nothing is signed that contradicts what was signed before.
  @Test func aChangedLogIsNotSigned() throws {
    let workshop = try Self.office()
    try Self.sql(workshop, "UPDATE log_tile SET hash = zeroblob(32)")
    let number = try #require(workshop.list()[4]["number"]?.text)
    let spoilt = try workshop.tamga(
      "spoil", number, "--reason", "paper jam", "--office", "office")
    #expect(spoilt.status == 0, "\(spoilt.errors)")
    let run = try workshop.tamga("register", "checkpoint", "--office", "office")
    #expect(run.status == 1 && run.errors.contains("register audit"), "\(run.errors)")
  }

  @Test func evidenceIsCheckedWithoutTheOffice() throws {
    let workshop = try Self.office()
    let number = try #require(workshop.list()[4]["number"]?.text)
    let key = try workshop.tamga("register", "checkpoint", "--key", "--office", "office").text
      .split(separator: "\n").map(String.init)
    let made = try workshop.tamga(
      "register", "prove", number, "--office", "office", "--output", "proofs")
    let files = made.text.split(separator: "\n").map(String.init)
    #expect(files.count >= 3, "\(made.errors)")
    let check = ["register", "prove", "--key", try #require(key.first), "--check"]
    for file in files {
      let found = try workshop.tamga(check + [file])
      #expect(found.status == 0, "\(found.errors)")
      let json = try JSON.one(found.output)
      #expect(file.contains(try #require(json["what"]?.text)))
    }
    let text = String(decoding: try workshop.data(files[0]), as: UTF8.self)
    try workshop.write("forged", Data(text.replacing("index ", with: "index 1").utf8))
    let refused = try workshop.tamga(check + ["forged"])
    #expect(refused.status == 4 && refused.errors.contains("tamga: error: "))
  }
}
