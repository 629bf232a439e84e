import Foundation
import TamgaPaperFile
import Testing

/// Papers that the issuing body signs: made, judged by others, changed, and made again after a crash.
@Suite(.serialized) struct SignatureTests {
  private static func codes(_ verdict: JSON) -> [String] {
    (verdict["reasons"]?.items ?? []).compactMap { $0["code"]?.text }
  }

  /// What pyHanko says: intact, valid, trusted, whole document, allowed by DocMDP, stamped.
  static func judged(_ files: [String]) throws -> [String] {
    let python = try #require(
      Place.python, "TAMGA_PYTHON names no interpreter with pyHanko: use `make test`")
    let arguments = [Place.judges + "/signatures.py", try SigningOffice.file("root.pem")] + files
    return try Tool.text(python, arguments).split(separator: "\n").map(String.init)
  }

  @Test(arguments: [("ec", false), ("rsa", false), ("ec", true), ("rsa", true)])
  func othersCallTheSignaturesValid(_ signer: String, _ stamps: Bool) throws {
    let office = try SigningOffice(signer, stamps: stamps)
    let batch = try office.batch()
    try #require(batch.run.status == 0, "\(batch.run.errors)")
    try office.exportBundle()
    let files = try batch.results.map { try batch.pdf($0) }
    #expect(files.count == 4)
    #expect(try Self.judged(files).allSatisfy { $0 == "1 1 1 1 1 \(stamps ? 1 : 0)" })
    for file in files {
      let said = try Tool.text("pdfsig", ["-nocert", file])
      #expect(said.contains("Total document signed") && said.contains("Signature is Valid."))
      #expect(said.contains("ETSI.CAdES.detached"))
      let verdict = try office.verdict(file)
      #expect(!Self.codes(verdict).contains { $0.hasPrefix("signature-") }, "\(verdict.line)")
      // The text is compared as that of any paper.
      #expect(!Self.codes(verdict).contains("text-not-checked"), "\(verdict.line)")
      let signature = try #require(verdict["signature"])
      #expect(signature["state"] == "valid" && signature["indication"] == "TOTAL-PASSED")
      #expect(signature["subject"] == "СЫНАҚОВА ҮЛГІ" && signature["serial"]?.text?.count == 40)
      #expect(signature["level"]?.text == (stamps ? "B-T" : "B-B"))
      // The office itself says the same, and that the file is its own.
      let own = try JSON.one(
        office.tamga("verify", file, "--office", "office", "--json").output)
      #expect(own["signature"] == signature && own["data"] == verdict["data"], "\(own.line)")
      #expect(own["data"] != nil && Self.codes(own).contains("file-as-issued"))
      let text = try Tool.text("pdftotext", [file, "-"])
      #expect(text.contains("Подписано ЭЦП: СЫНАҚОВА ҮЛГІ") && text.contains("ЭЦҚ қойылды:"))
    }
  }

  @Test func signedPapersKeepTheStandards() throws {
    let python = try #require(Place.python)
    let office = try SigningOffice("rsa")
    let batch = try office.batch()
    let files = try batch.results.map { try batch.pdf($0) }
    let run = try Program(
      python, [Place.judges + "/archive.py", "3a,ua1"] + files, in: "/",
      environment: ProcessInfo.processInfo.environment, input: nil
    ).wait()
    #expect(run.text == "judged \(2 * files.count)\n" && run.status == 0, "\(run.text)")
    #expect(run.errors.isEmpty)
  }

  @Test func whatIsChangedHasItsReason() throws {
    let office = try SigningOffice("ec", papers: 1)
    let batch = try office.batch()
    try office.exportBundle()
    let file = try batch.pdf(batch.results[0])
    let bytes = [UInt8](try Data(contentsOf: URL(filePath: file)))
    let parts = try #require(PaperParts(bytes))
    let hole = try #require(parts.hole)
    let day = try #require(try office.verdict(file)["claims"]?["validFrom"]?.text)
    #expect(try office.verdict(file, on: day)["verdict"] == "valid")
    func expect(
      _ name: String, _ bytes: [UInt8], _ verdict: String, _ reason: String, judge: String?
    ) throws {
      let path = try office.workshop.write(name + ".pdf", Data(bytes))
      let said = try office.verdict(path, on: day)
      #expect(
        said["verdict"]?.text == verdict && Self.codes(said).contains(reason),
        "\(name) \(said.line)")
      if let judge {
        #expect(try Self.judged([path]).first?.hasPrefix(judge) == true, "\(name)")
      }
    }
    let stripped = [UInt8](try SigningOffice.stripped(Data(bytes)))
    try expect("stripped", stripped, "altered", "signature-missing", judge: "none")
    // An empty hole, and one with another byte.
    var empty = bytes
    for index in hole.range.dropFirst().dropLast() { empty[index] = UInt8(ascii: "0") }
    try expect("empty", empty, "altered", "signature-invalid", judge: nil)
    var changed = bytes
    let digit = hole.range.lowerBound + 2 * (parts.archive?.signature?.cms.count ?? 0) - 3
    changed[digit] = changed[digit] == UInt8(ascii: "0") ? UInt8(ascii: "1") : UInt8(ascii: "0")
    try expect("changed", changed, "altered", "signature-invalid", judge: nil)
    // Signed again over the same bytes.
    for (name, chain, reason) in [
      ("stranger", "other.pem", "signature-untrusted"),
      ("second", "ca.pem", "signature-other-body"),
      // Its term ended before that of its authority began: no moment holds the chain.
      ("over", "ca.pem", "signature-untrusted"),
    ] {
      let path = try office.signedAgain(file, by: name, chain)
      let again = [UInt8](try Data(contentsOf: URL(filePath: path)))
      try expect(name, again, "status-unknown", reason, judge: "1 1")
    }
    // Appended, and written anew.
    let more = bytes + Array("% more\n".utf8)
    try expect("appended", more, "altered", "signature-invalid", judge: nil)
    let anew = office.workshop.path("anew.pdf")
    _ = try Tool.text("qpdf", [file, anew])
    let anewVerdict = try office.verdict(anew, on: day)
    #expect(anewVerdict["verdict"] == "altered", "\(anewVerdict.line)")
    #expect(Self.codes(anewVerdict).contains("signature-invalid"), "\(anewVerdict.line)")
    #expect(!Self.codes(anewVerdict).contains("file-additions"), "\(anewVerdict.line)")
    // A picture carries none: it is said, and that is all.
    _ = try Tool.text(
      "pdftoppm", ["-r", "150", "-png", "-singlefile", file, office.workshop.path("photo")])
    #expect(
      Self.codes(try office.verdict(office.workshop.path("photo.png"))).contains(
        "signature-not-checked"))
  }

  /// A bundle that names no signers, as before the first signed paper.
  @Test func withoutItsRootASignatureIsNotTrusted() throws {
    let office = try SigningOffice("ec", papers: 1)
    try office.exportBundle()
    let batch = try office.batch()
    let verdict = try office.verdict(try batch.pdf(batch.results[0]))
    #expect(Self.codes(verdict).contains("signature-untrusted"), "\(verdict.line)")
    #expect(verdict["signature"]?["indication"] == "INDETERMINATE")
  }

  /// Nothing gets a number that could not be signed.
  @Test(arguments: [
    ("ec", nil, "document:N"), ("ec", "wrong", "PIN"), ("over", SigningOffice.pin, "term"),
    ("signin", SigningOffice.pin, "nonRepudiation"), ("short", SigningOffice.pin, "length"),
  ])
  func whatCannotSignGivesNoNumber(_ signer: String, _ pin: String?, _ words: String) throws {
    let office = try SigningOffice(signer, papers: 2)
    let run = try office.issue(pin: pin)
    #expect(run.status == 1, "\(run.errors)")
    let failed = try Batch(run, below: office.workshop.path("out"))
    #expect(failed.outcomes == ["failed", "failed"])
    #expect(failed.results.allSatisfy { $0.line.contains(words) }, "\(failed.results)")
    let list = try office.workshop.tamga("register", "list", "--office", "office").lines()
    #expect(list.isEmpty)
    try office.use("ec")
    let batch = try office.batch()
    #expect(batch.outcomes == ["issued", "issued"])
    #expect(batch.numbers.first?.hasPrefix("ALA-26-0000001") == true, "\(batch.numbers)")
  }

  /// The service of time stamps ends before the first paper: it is said, and the same command goes on.
  @Test func withoutItsServiceNothingIsIssued() throws {
    let office = try SigningOffice("ec", stamps: true, papers: 2)
    office.stopService()
    let run = try office.issue()
    #expect(run.status == 1 && run.errors.contains("failed 2"), "\(run.errors)")
    #expect(try office.workshop.tamga("register", "list", "--office", "office").lines().isEmpty)
  }

  /// At which of twelve papers a run is killed: some runs, or as many as `TAMGA_SIGNED_KILLS` says.
  private static let kills: [Int] = {
    let count = ProcessInfo.processInfo.environment["TAMGA_SIGNED_KILLS"].flatMap { Int($0) }
    guard let count else { return [1, 1, 2, 3, 5, 8, 12, 1] }
    return (0..<count).map { 1 + $0 * 7 % 12 } + [12]
  }()

  /// Killed between signing and confirming, again and again: two signatures over the same bytes differ, the
  /// files do not.
  @Test func aResumedRunWritesTheSameFiles() throws {
    let office = try SigningOffice("ec", papers: 12)
    let workshop = office.workshop
    let judge = workshop.path("asked.so")
    _ = try Tool.text(
      "cc", ["-O1", "-shared", "-fPIC", "-o", judge, Place.judges + "/asked.c", "-ldl"])
    // Every run names its files anew: each kill comes at a later one, or at the same once more.
    var seen: [String: Data] = [:]
    func look() throws {
      for (name, file) in try office.papers() {
        #expect(seen[name] == nil || seen[name] == file, "\(name)")
        seen[name] = file
      }
    }
    for naming in Self.kills {
      let run = try office.issue(environment: [
        "LD_PRELOAD": judge, "ASKED_SIGNAL": "\(SIGKILL)", "ASKED_AT": "\(naming)",
        "ASKED_TIMES": "1",
      ])
      #expect(run.status == 128 + SIGKILL, "\(run.errors)")
      try look()
    }
    #expect(seen.count == 12)
    let batch = try office.batch()
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    try look()
    #expect(seen.count == 12)
    // Of no paper was another file made.
    let kept = workshop.files("office/store").filter {
      $0.hasSuffix(".paper") && !$0.contains("/.")
    }
    #expect(kept.count == 12, "\(kept)")
    #expect(
      try Self.judged(try batch.results.map { try batch.pdf($0) }).allSatisfy {
        $0.hasPrefix("1 1 1 1 1")
      })
    let audit = try workshop.tamga("register", "audit", "--office", "office", "--output", "out")
    #expect(audit.status == 0, "\(audit.text)")
  }

  /// A signer, its PIN, and how the doctor's line of it begins and goes on.
  @Test(arguments: [
    ("ec", SigningOffice.pin, "✓ signature: ALA-AKIM-01: СЫНАҚОВА ҮЛГІ, ", "–"),
    ("ec", nil, "✓ signature: ALA-AKIM-01: ", "not tried without its PIN"),
    ("ec", "wrong", "✗ signature: ALA-AKIM-01", "PIN"),
    ("over", SigningOffice.pin, "✗ signature: ALA-AKIM-01", "term"),
    ("signin", SigningOffice.pin, "✗ signature: ALA-AKIM-01", "nonRepudiation"),
    ("missing", SigningOffice.pin, "✗ signature: ALA-AKIM-01", "signing/akim.p12"),
    ("missing", nil, "✗ signature: ALA-AKIM-01", "signing/akim.p12"),
  ])
  func theDoctorTriesTheCertificates(
    _ signer: String, _ pin: String?, _ line: String, _ words: String
  ) throws {
    let office = try SigningOffice(signer == "missing" ? "ec" : signer, papers: 1)
    if signer == "missing" {
      try FileManager.default.removeItem(atPath: office.workshop.path("office/signing/akim.p12"))
    }
    let run = try office.tamga(
      ["doctor", "--office", "office", "--locale", "en"]
        + (pin == nil ? [] : ["--passphrase-fd", "document:0"]),
      input: pin.map { Data(($0 + "\n").utf8) })
    let said = run.errors.split(separator: "\n", omittingEmptySubsequences: false)
    let place = try #require(said.firstIndex { $0.hasPrefix(line) }, "\(run.errors)")
    #expect(said[place...].prefix(3).joined(separator: " ").contains(words), "\(run.errors)")
    #expect(run.status == (line.hasPrefix("✓") ? 0 : 1), "\(run.errors)")
  }

  /// Every column of what is kept of signatures: whoever changes one is found.
  @Test func theAuditWatchesSignatures() throws {
    let office = try SigningOffice("ec", papers: 2)
    let workshop = office.workshop
    _ = try office.batch()
    for (table, column, value) in [
      ("document_signature", "room", "room + 1"),
      ("document_signature", "certificate", "zeroblob(32)"),
      ("document_signature", "cms", "zeroblob(length(cms))"),
      ("document_signature", "digest", "zeroblob(32)"),
      ("signing_certificate", "body", "body || 'X'"),
      ("signing_certificate", "root", "zeroblob(9)"),
      ("signing_certificate", "certificate", "zeroblob(9)"),
      ("signing_certificate", "place", "place + 7"),
    ] {
      let whole = try workshop.data("office/register.sqlite")
      _ = try Tool.text(
        "python3",
        [
          "-c",
          """
          import sqlite3, sys
          db = sqlite3.connect(sys.argv[1])
          db.execute(f"UPDATE {sys.argv[2]} SET {sys.argv[3]} = {sys.argv[4]}")
          db.commit()
          db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
          """, workshop.path("office/register.sqlite"), table, column, value,
        ])
      let audit = try workshop.tamga("register", "audit", "--office", "office")
      let isFound = column == "place" || audit.status != 0
      #expect(isFound, "\(table).\(column)")
      try workshop.write("office/register.sqlite", whole)
    }
    #expect(try workshop.tamga("register", "audit", "--office", "office").status == 0)
  }

  /// An office that only says that it signs later: its papers are as they were, and genuine.
  @Test func aPaperThatIsSignedLaterIsGenuine() throws {
    let workshop = try Workshop(office: false)
    let plain = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    try workshop.write("office.yaml", Data((plain + "documentSigner: \"Head\"\n").utf8))
    #expect(try workshop.tamga("init", "office", "--config", "office.yaml").status == 0)
    let samples = try workshop.tamga(
      ["sample", "--count", "4", "--seed", "4", "--document"] + SigningOffice.kinds)
    try workshop.write("in.jsonl", samples.output)
    let batch = try workshop.issue("in.jsonl")
    for result in batch.results {
      let verdict = try JSON.one(
        workshop.tamga("verify", try batch.pdf(result), "--office", "office", "--json").output)
      #expect(verdict["verdict"] != "altered" && verdict["signature"] == nil, "\(verdict.line)")
    }
  }
}
