import Foundation
import TamgaKeys
import TamgaSeal
import Testing

/// The life of an office's keys while papers are made and checked.
@Suite struct KeyLifeCommandTests {
  private func samples(_ workshop: Workshop, _ count: Int) throws {
    let run = try workshop.tamga("sample", "--count", "\(count)", "--seed", "11")
    try workshop.write("samples.jsonl", run.output)
  }

  /// Starts a run of the samples and holds it still when its first papers stand.
  private func heldRun(
    _ workshop: Workshop, _ options: [String] = [], environment: [String: String] = [:],
    input: String = "", while body: () throws -> Void
  ) throws -> Batch {
    let program = try workshop.start(
      ["issue", "samples.jsonl", "--office", "office", "--output", "out", "--jobs", "1"] + options,
      environment: environment, input: Data(input.utf8))
    let deadline = ContinuousClock.now + .seconds(200)
    while !workshop.files("out").contains(where: { $0.hasSuffix(".pdf") }),
      ContinuousClock.now < deadline
    {
      usleep(2_000)
    }
    program.kill(SIGSTOP)
    defer { program.kill(SIGCONT) }
    let early = workshop.files("out").filter { $0.hasSuffix(".pdf") }.count
    try #require(early > 0, "the run has begun")
    try body()
    program.kill(SIGCONT)
    return try Batch(program.wait(), below: workshop.path("out"))
  }

  private func verdicts(
    _ workshop: Workshop, _ inputs: [String], _ trust: [String]
  ) throws -> [JSON] {
    try workshop.tamga(["verify", "--json", "--recursive"] + inputs + trust).lines()
  }

  @Test func rotationInTheMiddleOfARun() throws {
    let workshop = try Workshop()
    try samples(workshop, 150)
    let old = try workshop.kid()
    let batch = try heldRun(workshop) {
      let rotate = try workshop.tamga("keys", "rotate", "--office", "office")
      #expect(rotate.status == 0, "\(rotate.errors)")
    }
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(Set(batch.outcomes) == ["issued"])
    let new = try workshop.kid()
    try #require(new != old)
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    for trust in [["--trust", "trust"], ["--office", "office"]] {
      let rows = try verdicts(workshop, [batch.folder + "/documents"], trust)
        .filter { $0["verdict"] != "no-seal" }
      #expect(rows.count > 100)
      #expect(rows.allSatisfy { $0["genuine"] == true }, "no paper is broken")
      #expect(Set(rows.compactMap { $0["key"]?["kid"]?.text }) == [old, new], "both keys sealed")
    }
  }

  @Test func aKeyInOtherHands() throws {
    let workshop = try Workshop()
    let kid = try workshop.kid()
    var first = try Records.inForce("A-1")
    try workshop.write("a.jsonl", [first])
    let early = try workshop.issue("a.jsonl", output: "early")
    // The log counts whole seconds.
    try pass(seconds: 2)
    let moment = Int(Date().timeIntervalSince1970)
    try pass(seconds: 2)
    var second = try Records.letters()
    second["id"] = "A-2"
    try workshop.write("b.jsonl", [second])
    let late = try workshop.issue("b.jsonl", output: "late")
    try #require(early.outcomes + late.outcomes == ["issued", "issued"])
    let papers = [try early.pdf(early.results[0]), try late.pdf(late.results[0])]
    let lost = try workshop.tamga(
      "keys", "compromise", kid, "--at", "\(moment)", "--office", "office")
    #expect(lost.status == 0, "\(lost.errors)")
    #expect(lost.text == late.numbers[0] + "\n", "the paper that must be made again")
    #expect(lost.errors.contains("tamga: hint: "))
    #expect(try workshop.keyRows().contains { $0["compromisedAt"] != nil })
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    for trust in [["--trust", "trust"], ["--office", "office"]] {
      let rows = try verdicts(workshop, papers, trust)
      #expect(rows.map { $0["verdict"] } == ["valid", "not-genuine"], "\(rows.map(\.line))")
      let codes = rows.map { $0["reasons"]?.items.compactMap { $0["code"]?.text } ?? [] }
      #expect(codes[0].contains("key-was-compromised") && codes[1] == ["key-compromised"])
      #expect(rows[1]["claims"] == nil || rows[1]["claims"] == .null, "it shows no claims")
    }
    // The way out: a new key, the lost paper void, its decision again.
    #expect(try workshop.tamga("keys", "rotate", "--office", "office").status == 0)
    let void = try workshop.tamga(
      "void", late.numbers[0], "--office", "office", "--reason", "key lost")
    #expect(void.status == 0, "\(void.errors)")
    second["id"] = "A-3"
    first["id"] = "A-4"
    try workshop.write("c.jsonl", [second])
    let again = try workshop.issue("c.jsonl", output: "again")
    try #require(again.outcomes == ["issued"], "\(again.results.map(\.line))")
    let row = try verdicts(workshop, [again.pdf(again.results[0])], ["--office", "office"])[0]
    #expect(row["genuine"] == true)
    #expect(row["key"]?["kid"]?.text == (try workshop.kid()))
  }

  /// One command after a theft: what is lost is listed, then voided and made again by a new key.
  @Test func reissueOfWhatIsLost() throws {
    let workshop = try Workshop()
    let kid = try workshop.kid()
    try workshop.write("a.jsonl", [try Records.inForce("A-1")])
    let early = try workshop.issue("a.jsonl", output: "early")
    try pass(seconds: 2)
    let moment = Int(Date().timeIntervalSince1970)
    try pass(seconds: 2)
    var letters = try Records.letters()
    letters["id"] = "A-2"
    try workshop.write("b.jsonl", [letters])
    let late = try workshop.issue("b.jsonl", output: "late")
    try #require(early.outcomes + late.outcomes == ["issued", "issued"])
    func compromise(_ options: String...) throws -> Run {
      try workshop.tamga(["keys", "compromise", kid, "--office", "office"] + options)
    }
    let list = try compromise("--at", "\(moment)")
    #expect(list.status == 0 && list.text == late.numbers[0] + "\n", "\(list.errors)")
    #expect(list.errors.contains("--reissue"))
    let made = try compromise("--reissue", "--output", "again")
    #expect(made.status == 0 && made.text == late.numbers[0] + "\n", "\(made.errors)")
    #expect(try workshop.kid() != kid, "a new key")
    let names = workshop.files("again").filter { $0.hasSuffix(".pdf") }
    try #require(names.count == 1, "\(workshop.files("again")) \(made.errors)")
    let rows = try verdicts(
      workshop,
      [early.pdf(early.results[0]), late.pdf(late.results[0]), workshop.path("again/" + names[0])],
      ["--office", "office"])
    #expect(rows.map { $0["verdict"] } == ["valid", "not-genuine", "valid"], "\(rows.map(\.line))")
    #expect(rows[2]["claims"]?["number"]?.text != late.numbers[0])
    #expect(rows[2]["key"]?["kid"]?.text == (try workshop.kid()))
    let again = try compromise("--reissue", "--output", "again")
    #expect(again.status == 0 && again.output.isEmpty, "there is nothing more: \(again.errors)")
    #expect(try workshop.tamga("register", "audit", "--office", "office").status == 0)
  }

  private func pass(seconds: Int) throws {
    let end = Int(Date().timeIntervalSince1970) + seconds
    while Int(Date().timeIntervalSince1970) < end { usleep(20_000) }
  }

  @Test func aRetiredKeyAndNoOther() throws {
    let workshop = try Workshop()
    let retire = try workshop.tamga("keys", "retire", workshop.kid(), "--office", "office")
    #expect(retire.status == 0, "\(retire.errors)")
    let refused = try workshop.tamga(
      "issue", Place.contract + "/decisions.jsonl", "--office", "office", "--output", "out")
    #expect(refused.status == 1 && refused.errors.contains("keys rotate"))
    #expect(try workshop.tamga("doctor", "--office", "office").status == 1)
    #expect(
      try workshop.tamga("trust", "export", "--office", "office", "--output", "b").status == 0)
  }

  /// A paper of one office before the verifier of another, though both have the same name.
  @Test func severalOffices() throws {
    let ours = try Workshop()
    let theirs = try Workshop()
    for workshop in [ours, theirs] {
      try workshop.write("a.jsonl", [try Records.inForce()])
      _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    }
    let batch = try ours.issue("a.jsonl")
    let paper = try batch.pdf(batch.results[0])
    _ = try ours.tamga("trust", "export", "--office", "office", "--output", "trust")
    #expect(try ours.tamga("verify", paper, "--trust", "trust").status == 0)
    for trust in [["--trust", theirs.path("trust")], ["--office", theirs.path("office")]] {
      let run = try ours.tamga(["verify", "--json", paper] + trust)
      #expect(run.status == 4, "\(run.text)")
      let row = try run.lines()[0]
      #expect(row["verdict"] == "not-genuine")
      #expect(row["reasons"]?.items.first?["code"] == "unknown-key")
    }
    // Their keys in our folder sign nothing either: no root key of ours speaks for them.
    for name in theirs.files("office/keys") where name.hasPrefix("issuing-") {
      try ours.write("office/keys/" + name, theirs.data("office/keys/" + name))
      try FileManager.default.setAttributes(
        [.posixPermissions: 0o600], ofItemAtPath: ours.path("office/keys/" + name))
    }
    try ours.write("b.jsonl", [try Records.letters()])
    let next = try ours.issue("b.jsonl", output: "next")
    try #require(next.outcomes == ["issued"], "\(next.run.errors)")
    let row = try verdicts(ours, [next.pdf(next.results[0])], ["--office", "office"])[0]
    #expect(row["key"]?["kid"]?.text == (try ours.kid()))
  }

  @Test func aTestOffice() throws {
    let workshop = try Workshop(office: false)
    let made = try workshop.tamga(
      "init", "office", "--test-keys", "--config", Place.contract + "/office.yaml")
    #expect(made.status == 0, "\(made.errors)")
    try workshop.write("a.jsonl", [try Records.inForce()])
    let batch = try workshop.issue("a.jsonl")
    #expect(batch.run.status == 0 && batch.run.errors.contains("tamga: warning: "))
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    for trust in [["--trust", "trust"], ["--office", "office"]] {
      let row = try verdicts(workshop, [batch.pdf(batch.results[0])], trust)[0]
      let codes = row["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(codes.contains("test-office"), "\(row.line)")
    }
    // A store of real bundles takes none of trials, unless it is told to be such a store.
    let refused = try workshop.tamga("trust", "import", "trust", "--store", "store")
    #expect(
      refused.status == 1 && refused.errors.contains("--test --trust-on-first-use"),
      "\(refused.errors)")
    #expect(workshop.files("store").isEmpty)
    #expect(
      try workshop.tamga(
        "trust", "import", "trust", "--store", "trial", "--test", "--trust-on-first-use"
      ).status == 0)
    // The keys under a configuration of a real office.
    try workshop.write(
      "office/tamga.yaml", Data(contentsOf: URL(filePath: Place.contract + "/office.yaml")))
    for words in [
      ["issue", "a.jsonl", "--output", "real"], ["trust", "export", "--output", "b"],
      ["keys", "rotate"], ["keys", "sign"],
    ] {
      let run = try workshop.tamga(words + ["--office", "office"])
      #expect(run.status == 1 && run.errors.hasPrefix("tamga: error: "), "\(words)")
    }
    // And the other way round.
    let real = try Workshop()
    let text = String(decoding: try real.data("office/tamga.yaml"), as: UTF8.self)
    try real.write("office/tamga.yaml", Data((text + "\ntestOffice: true\n").utf8))
    try real.write("a.jsonl", [try Records.inForce()])
    #expect(try real.tamga("issue", "a.jsonl", "--office", "office").status == 1)
  }

  /// Keys made so long ago that they end in some days.
  @Test(arguments: [(days: 12, warned: true), (days: 45, warned: false)])
  func aKeyThatEndsSoon(_ row: (days: Int, warned: Bool)) throws {
    let workshop = try Workshop()
    let keys = workshop.path("office/keys")
    let zone = try #require(OfficeZone("Asia/Almaty"))
    let now = Int64(Date().timeIntervalSince1970)
    let past = now - (730 - Int64(row.days)) * 86_400
    try FileManager.default.removeItem(atPath: keys)
    try FileManager.default.createDirectory(atPath: keys, withIntermediateDirectories: true)
    try KeyRing.make(
      folder: keys,
      rules: KeyRules(office: "KZ-ALA", zone: zone, algorithm: .edDSA, isTest: false), now: past)
    try workshop.write("a.jsonl", [try Records.inForce()])
    let batch = try workshop.issue("a.jsonl")
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(batch.run.errors.contains("tamga: warning: ") == row.warned, "\(batch.run.errors)")
    let doctor = try workshop.tamga("doctor", "--office", "office")
    #expect(doctor.status == 0)
    #expect(doctor.errors.contains("keys rotate") == row.warned, "\(doctor.errors)")
  }

  @Test func theStatusKey() throws {
    let workshop = try Workshop()
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "first")
    #expect(
      try workshop.tamga("keys", "rotate", "--role", "status", "--office", "office").status == 0)
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "second")
    try workshop.write("a.jsonl", [try Records.inForce()])
    let batch = try workshop.issue("a.jsonl")
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "third")
    let paper = try batch.pdf(batch.results[0])
    #expect(try workshop.tamga("verify", paper, "--trust", "third").status == 0)
    for (bundle, status) in [("first", 0), ("third", 0), ("second", 1)] as [(String, Int32)] {
      let first = bundle == "first" ? ["--trust-on-first-use"] : []
      let run = try workshop.tamga(["trust", "import", bundle, "--store", "store"] + first)
      #expect(run.status == status, "\(bundle): \(run.errors)")
    }
  }

  @Test func anotherOfficeIdBeforeTheFirstPaper() throws {
    let workshop = try Workshop()
    let text = String(decoding: try workshop.data("office/tamga.yaml"), as: UTF8.self)
    try workshop.write(
      "office/tamga.yaml", Data(text.replacing("office: KZ-ALA", with: "office: KZ-AST").utf8))
    try workshop.write("a.jsonl", [try Records.inForce()])
    let batch = try workshop.issue("a.jsonl")
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    let run = try workshop.tamga("verify", batch.pdf(batch.results[0]), "--trust", "trust")
    #expect(run.status == 0, "\(run.text)")

    // Now papers name the office: another name needs the root key's word.
    try workshop.edit("office/tamga.yaml") {
      $0.replacing("office: KZ-AST", with: "office: KZ-KGD")
    }
    var second = try Records.inForce()
    second["id"] = .text("SECOND")
    try workshop.write("b.jsonl", [second])
    let refused = try workshop.tamga("issue", "b.jsonl", "--office", "office", "--output", "out")
    #expect(refused.status == 1 && refused.errors.contains("tamga keys sign"))
    #expect(try workshop.tamga("keys", "sign", "--office", "office").status == 0)
  }

  // Tokens

  /// An office whose issuing key lies in a token.
  private func tokenOffice(
    _ configuration: (String) -> String = { $0 }
  ) throws -> (Workshop, [String: String]) {
    let workshop = try Workshop(office: false)
    let text = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    try workshop.write("office.yaml", Data(configuration(text).utf8))
    try #require(try workshop.tamga("init", "office", "--config", "office.yaml").status == 0)
    let variables = try SoftToken.make(workshop)
    let rotate = try workshop.tamga(
      "keys", "rotate", "--token", "office", "--module", SoftToken.module, "--passphrase-fd",
      "issuing:0", "--office", "office", environment: variables,
      input: Data((SoftToken.pin + "\n").utf8))
    try #require(rotate.status == 0, "\(rotate.errors)")
    return (workshop, variables)
  }

  @Test(
    .enabled(if: SoftToken.isThere, SoftToken.missing), arguments: ["EdDSA", "ES256"])
  func aTokenSignsABatch(_ algorithm: String) throws {
    let (workshop, variables) = try tokenOffice { $0 + "\nalgorithm: \(algorithm)\n" }
    let row = try #require(try workshop.keyRows().first { $0["custody"] == "token" })
    #expect(row["alg"]?.text == algorithm && row["state"] == "active")
    func issue(_ pin: String) throws -> Run {
      try workshop.tamga(
        "issue", Place.contract + "/decisions.jsonl", "--office", "office", "--output", "out",
        "--passphrase-fd", "issuing:0", environment: variables, input: Data((pin + "\n").utf8))
    }
    let wrong = try issue("00000")
    #expect(wrong.status == 1 && wrong.errors.contains("PIN") && !wrong.errors.contains("00000"))
    #expect(workshop.files("out").filter { $0.hasSuffix(".pdf") }.isEmpty)
    let batch = try Batch(issue(SoftToken.pin), below: workshop.path("out"))
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    // Export and verification need no token.
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    #expect(export.status == 0, "\(export.errors)")
    let rows = try verdicts(workshop, [batch.folder + "/documents"], ["--trust", "trust"])
      .filter { $0["verdict"] != "no-seal" }
    #expect(rows.count >= 5 && rows.allSatisfy { $0["genuine"] == true })
    #expect(rows.allSatisfy { $0["key"]?["kid"] == row["kid"] })
    #expect(
      try workshop.files(with: [Array(SoftToken.pin.utf8)]).filter { $0.hasPrefix("office") }
        .isEmpty)
  }

  @Test(.enabled(if: SoftToken.isThere, SoftToken.missing))
  func aTokenThatIsTakenOutInTheMiddleOfARun() throws {
    let (workshop, variables) = try tokenOffice()
    try samples(workshop, 60)
    let door = ["--passphrase-fd", "issuing:0"]
    let broken = try heldRun(
      workshop, door, environment: variables, input: SoftToken.pin + "\n"
    ) {
      try FileManager.default.moveItem(
        atPath: workshop.path("token"), toPath: workshop.path("drawer"))
    }
    #expect(broken.run.status == 1, "\(broken.run.errors)")
    #expect(
      Set(broken.outcomes) == ["issued", "failed"],
      "\(broken.results.filter { $0["outcome"] == "rejected" }.map { Batch.errors($0) })")
    let early = zip(broken.outcomes, broken.numbers).filter { $0.0 == "issued" }.map(\.1)
    try FileManager.default.moveItem(
      atPath: workshop.path("drawer"), toPath: workshop.path("token"))
    let again = try workshop.tamga(
      ["issue", "samples.jsonl", "--office", "office", "--output", "out"] + door,
      environment: variables, input: Data((SoftToken.pin + "\n").utf8))
    #expect(again.status == 0, "\(again.errors)")
    let whole = try Batch(again, below: workshop.path("out"))
    #expect(Set(whole.outcomes) == ["issued", "already-issued"])
    let known = zip(whole.outcomes, whole.numbers).filter { $0.0 == "already-issued" }.map(\.1)
    #expect(known == early, "the same numbers")
    #expect(whole.numbers.count == 60)
  }
}
