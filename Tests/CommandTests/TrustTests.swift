import Foundation
import Testing

/// Trust bundles: what an inspector without a network learns, and what is refused.
@Suite struct TrustTests {
  @Test func aBundleAfterVoidAndAfterSuspension() throws {
    let workshop = try Workshop()
    try workshop.write(
      "two.jsonl", [try Records.inForce("A-1"), try Self.otherPerson("A-2")])
    let batch = try workshop.issue("two.jsonl")
    try #require(batch.outcomes == ["issued", "issued"], "\(batch.results)")
    let papers = try batch.results.map { try batch.pdf($0) }
    var sequence = 0
    func expect(_ verdicts: [String], _ status: Int32, _ why: String) throws {
      sequence += 1
      let bundle = "bundle\(sequence)"
      let export = try workshop.tamga("trust", "export", "--office", "office", "--output", bundle)
      #expect(export.status == 0 && export.output.isEmpty)
      for trust in [["--trust", bundle], ["--office", "office"]] {
        let run = try workshop.tamga(["verify", "--json"] + papers + trust)
        #expect(run.status == status, "\(why), \(trust): \(run.errors)")
        let found = try run.lines()
        #expect(found.map { $0["verdict"]?.text } == verdicts, "\(why), \(trust)")
        for verdict in found where verdict["verdict"] != "valid" {
          #expect(verdict["genuine"] == true && verdict["inForce"] == false)
          let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
          #expect(codes.contains { $0.hasPrefix("status-") }, "\(codes)")
        }
        if trust[0] == "--trust" {
          #expect(found[0]["status"]?["sequence"]?.count == sequence)
        }
      }
    }
    try expect(["valid", "valid"], 0, "at first")
    func act(_ arguments: String...) throws -> Run {
      try workshop.tamga(arguments + ["--office", "office", "--reason", "trial"])
    }
    #expect(try act("status", batch.numbers[0], "--set", "suspended").status == 0)
    try expect(["suspended", "valid"], 3, "after a suspension")
    #expect(try act("status", batch.numbers[0], "--set", "valid").status == 0)
    try expect(["valid", "valid"], 0, "after its end")
    #expect(try act("void", batch.numbers[1]).status == 0)
    try expect(["valid", "revoked"], 3, "after void")
    #expect(try act("status", batch.numbers[1], "--set", "valid").status == 1, "no way back")
    try expect(["valid", "revoked"], 3, "after a refused move")
    // The highest reason wins and none is lost.
    let later = Day.today.adding(days: 400).iso
    let run = try workshop.tamga(
      "verify", papers[1], "--trust", "bundle\(sequence)", "--json", "--on", later)
    let verdict = try JSON.one(run.output)
    let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
    #expect(verdict["verdict"] == "revoked" && codes.contains("expired"), "\(codes)")
    // The voided decision again: its paper is not handed out.
    let again = try workshop.issue("two.jsonl")
    #expect(again.outcomes == ["already-issued", "rejected"], "\(again.results)")
  }

  private static func otherPerson(_ id: String) throws -> JSON {
    var record = try Records.inForce(id)
    record["fields", "latinFullName"] = "PETROV IVAN"
    record["fields", "passportSeriesNumber"] = "759999999"
    record["fields", "iin"] = nil
    return record
  }

  @Test func thePinnedRoot() throws {
    let workshop = try Workshop(office: false)
    let made = try workshop.tamga("init", "office", "--config", Place.contract + "/office.yaml")
    let root = String(try #require(made.errors.firstMatch(of: /[0-9a-f]{64}/)).0)
    let issued = try IssuedOffice.shared()
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "b")
    #expect(export.errors.contains(root), "the fingerprint is shown")
    let payload = try issued.payload("EXAMPLE-FPC-1")
    let right = try workshop.tamga("verify", payload, "--trust", "b", "--root", root, "--json")
    #expect(right.status == 4, "the right root, another office's paper: \(right.errors)")
    #expect(try right.lines().count == 1)
    let shown = try workshop.tamga("verify", payload, "--trust", "b")
    #expect((shown.errors + shown.text).contains(root), "the bundle's root is shown")
    let zeros = String(repeating: "0", count: 64)
    for wrong in [zeros, String(root.dropLast()), "", root + "0"] {
      let run = try workshop.tamga("verify", payload, "--trust", "b", "--root", wrong, "--json")
      #expect(![0, 3, 5].contains(run.status) && run.output.isEmpty, "\(wrong): \(run.text)")
      #expect(run.errors.hasPrefix("tamga: error: "), "\(run.errors)")
    }
    let both = try workshop.tamga("verify", payload, "--trust", "b", "--office", "office")
    #expect(both.status == 64)
    let lone = try workshop.tamga("verify", payload, "--root", root, "--office", "office")
    #expect(lone.status == 64)
  }

  @Test func aStoreKeepsTheNewest() throws {
    let workshop = try Workshop()
    for name in ["first", "second"] {
      let run = try workshop.tamga("trust", "export", "--office", "office", "--output", name)
      #expect(run.status == 0)
    }
    func keep(_ bundle: String, _ options: String...) throws -> Run {
      try workshop.tamga(["trust", "import", bundle, "--store", "store"] + options)
    }
    #expect(try keep("second", "--trust-on-first-use").status == 0)
    let kept = workshop.files("store").filter { !$0.hasPrefix(".") }
    #expect(kept.count == 1)
    #expect(try workshop.data("store/" + kept[0]) == workshop.data("second"))
    let older = try keep("first")
    #expect(older.status == 1 && older.errors.hasPrefix("tamga: error: "), "\(older.errors)")
    #expect(try keep("second").status == 0, "the same again does no harm")
    let other = try Workshop()
    for _ in 1...3 {
      let run = try other.tamga(
        "trust", "export", "--office", "office", "--output", workshop.path("foreign"))
      #expect(run.status == 0)
    }
    let changed = try keep("foreign")
    #expect(changed.status == 1, "a changed root is refused though its sequence is newer")
    let good = try workshop.data("second")
    for place in stride(from: 3, to: good.count, by: good.count / 12) {
      var bad = good
      bad[place] ^= 4
      try workshop.write("bad", bad)
      #expect(try keep("bad").status != 0, "a turned bit at \(place)")
    }
    try workshop.write("bad", good.dropLast())
    #expect(try keep("bad").status != 0, "a cut bundle")
    try workshop.write("bad", good + [0])
    #expect(try keep("bad").status != 0, "a byte more")
    #expect(try keep("gone").status == 66)
    #expect(try workshop.data("store/" + kept[0]) == good, "nothing of it was kept")
  }

  /// Whoever brings the first bundle brings a root key: it is shown and nothing is kept until somebody has
  /// compared it.
  @Test func theFirstBundleOfAnOffice() throws {
    let workshop = try Workshop()
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "b")
    let root = String(try #require(export.errors.firstMatch(of: /[0-9a-f]{64}/)).0)
    func keep(_ store: String, _ options: String...) throws -> Run {
      try workshop.tamga(["trust", "import", "b", "--store", store] + options)
    }
    let asked = try keep("s")
    #expect(asked.status == 64 && asked.errors.contains(root), "\(asked.errors)")
    #expect(asked.errors.contains("tamga: hint: ") && asked.errors.contains("--root"))
    let other = try keep("s", "--root", String(repeating: "0", count: 64))
    #expect(other.status == 66 && other.errors.contains(root), "\(other.errors)")
    #expect(try keep("s", "--root", root, "--trust-on-first-use").status == 64)
    #expect(workshop.files("s").isEmpty, "nothing was kept")
    let colons = root.uppercased().enumerated().map { index, digit in
      (index > 0 && index % 2 == 0 ? ":" : "") + String(digit)
    }
    let kept = try keep("s", "--root", colons.joined())
    #expect(kept.status == 0 && kept.errors.contains(root), "\(kept.errors)")
    #expect(try keep("t", "--trust-on-first-use").status == 0)
    // Later bundles of the office are known by their root.
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "b")
    #expect(try keep("s").status == 0)
    let verdict = try JSON.one(
      try workshop.tamga("verify", "https://tamga.example/v#1", "--trust", "s", "--json").output)
    #expect(verdict["status"]?["root"]?.text == root)
  }

  /// Each paper is judged by its office's bundle; one of an office that is not here is not genuine, and the
  /// reason says what to get.
  @Test func papersOfTwoOffices() throws {
    let ours = try Workshop()
    let theirs = try Workshop(office: false)
    let config = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    try theirs.write(
      "other.yaml", Data(config.replacing(/office: .*/, with: "office: KZ-AST").utf8))
    #expect(try theirs.tamga("init", "office", "--config", "other.yaml").status == 0)
    var papers: [String] = []
    for workshop in [ours, theirs] {
      try workshop.write("one.jsonl", [try Records.inForce("A-1")])
      let batch = try workshop.issue("one.jsonl")
      try #require(batch.outcomes == ["issued"], "\(batch.results)")
      papers.append(try batch.pdf(batch.results[0]))
      let path = ours.path(workshop === ours ? "ours" : "theirs")
      _ = try workshop.tamga("trust", "export", "--office", "office", "--output", path)
      let kept = try ours.tamga(
        "trust", "import", path, "--store", "store", "--trust-on-first-use")
      #expect(kept.status == 0, "\(kept.errors)")
    }
    #expect(ours.files("store").filter { $0.hasSuffix(".bundle") }.count == 2)
    func judged(_ trust: String...) throws -> [JSON] {
      try ours.tamga(["verify", "--json"] + papers + trust).lines()
    }
    for trust in [
      ["--trust", "ours", "--trust", "theirs"], ["--trust", "theirs", "--trust", "ours"],
      ["--trust", "store"],
    ] {
      let rows = try ours.tamga(["verify", "--json"] + papers + trust).lines()
      #expect(rows.map { $0["verdict"] } == ["valid", "valid"], "\(rows.map(\.line))")
      #expect(rows.map { $0["status"]?["office"]?.text } == ["KZ-ALA", "KZ-AST"])
      let codes = rows.flatMap { $0["reasons"]?.items.compactMap { $0["code"]?.text } ?? [] }
      #expect(!codes.contains("text-not-checked"), "\(codes)")
    }
    let alone = try judged("--trust", "ours")
    #expect(alone.map { $0["verdict"] } == ["valid", "not-genuine"])
    let codes = alone[1]["reasons"]?.items.compactMap { $0["code"]?.text }
    #expect(codes == ["foreign-issuer"] && alone[1]["claims"] == .null)
    #expect(alone[1]["missingOffice"] == "KZ-AST")
    // It is not called false: nobody has looked.
    for (language, head) in [
      ("kk", "МҰНДА ТЕКСЕРУ МҮМКІН ЕМЕС"), ("ru", "ЗДЕСЬ ПРОВЕРИТЬ НЕЛЬЗЯ"),
      ("en", "CANNOT BE JUDGED HERE"),
    ] {
      let said = try ours.tamga("verify", papers[1], "--trust", "ours", "--locale", language)
      let text = said.text
      #expect(said.status == 4 && text.contains(head) && text.contains("KZ-AST"), "\(text)")
      for word in ["ШЫНАЙЫ ЕМЕС", "НЕ ПОДЛИННЫЙ", "NOT GENUINE", "не принимайте", "do not accept"] {
        #expect(!text.contains(word), "\(text)")
      }
    }
    let empty = try ours.tamga("verify", papers[0], "--trust", "out", "--json")
    #expect(empty.status == 66 && empty.errors.contains("tamga: hint: "), "\(empty.errors)")
  }

  @Test func aBundleOfAnyName() throws {
    let workshop = try Workshop()
    try FileManager.default.createDirectory(
      atPath: workshop.path("d"), withIntermediateDirectories: true)
    for name in ["b", "bundle", "./b", "d/b", workshop.path("absolute")] {
      let run = try workshop.tamga("trust", "export", "--office", "office", "--output", name)
      #expect(run.status == 0, "\(name): \(run.errors.prefix(300))")
      let kept = try workshop.tamga(
        "trust", "import", name, "--store", "s", "--trust-on-first-use")
      #expect(kept.status == 0, "\(name): \(kept.errors)")
    }
    let lost = try workshop.tamga(
      "trust", "export", "--office", "office", "--output", "no/folder/b")
    #expect(lost.status == 1 && lost.errors.hasPrefix("tamga: error: "), "\(lost.errors)")
  }

  @Test func aBundleHoldsNoPersonalData() throws {
    let office = try IssuedOffice.shared()
    let bundle = try office.workshop.data("trust")
    for word in ["IVANOV", "752345678", "SAMPLE", "FA0000011"] {
      #expect(bundle.firstRange(of: Data(word.utf8)) == nil, "\(word)")
    }
    let path = office.workshop.path("light")
    let light = try office.workshop.tamga(
      "trust", "export", "--office", "office", "--output", path, "--without-fonts")
    #expect(light.status == 0, "\(light.errors)")
    let size = try office.workshop.data("light").count
    #expect(size < 60_000 && (90_000..<120_000).contains(bundle.count - size), "the fonts alone")
  }
}
