import Foundation
import Testing

/// The keys of an office, and what `tamga init` makes.
@Suite struct KeyCommandTests {
  private static func mode(_ path: String) throws -> Int {
    let attributes = try FileManager.default.attributesOfItem(atPath: path)
    return try #require((attributes[.posixPermissions] as? NSNumber)?.intValue)
  }

  private static func keys(_ workshop: Workshop) throws -> [JSON] {
    try JSON.one(workshop.tamga("keys", "list", "--json", "--office", "office").output).items
  }

  @Test func aNewOffice() throws {
    let workshop = try Workshop(office: false)
    let made = try workshop.tamga("init", "office")
    #expect(made.status == 0 && made.output.isEmpty, "it needs no file and asks nothing")
    let files = workshop.files("office")
    #expect(files.contains("tamga.yaml") && files.contains("register.sqlite"))
    var isFolder: ObjCBool = false
    #expect(
      FileManager.default.fileExists(atPath: workshop.path("office/store"), isDirectory: &isFolder)
        && isFolder.boolValue)
    let secrets = files.filter { $0.hasPrefix("keys/") }
    #expect(secrets.count >= 3)
    for file in secrets { #expect(try Self.mode(workshop.path("office/" + file)) == 0o600) }
    let again = try workshop.tamga("init", "office")
    #expect(again.status == 1 && again.errors.contains("tamga: hint: "))
    #expect(workshop.files("office") == files, "nothing was written over")
    let lost = try workshop.tamga("init", "other", "--config", "gone.yaml")
    #expect(lost.status == 66)
    // It says what can be issued today, and an office of today has a limit of backdating.
    #expect(made.errors.contains("(temporary-residence-permit)"), "\(made.errors)")
    #expect(
      !made.errors.contains("(labour-immigrant-permit)") && made.errors.contains("formsInUse"))
    let settings = String(decoding: try workshop.data("office/tamga.yaml"), as: UTF8.self)
    #expect(settings.contains("\nmaxBackdatingDays: 30\n"))
    #expect(settings.contains("\nbackdating: error\n"))
    let old = try workshop.issue(
      Place.templates + "/labour-immigrant-permit/examples/ordinary.json")
    #expect(
      old.run.status == 2
        && old.results[0]["findings"]?.items.contains {
          $0["rule"] == "GEN-ISSUE-DATE" && $0["level"] == "error"
        } == true)
    let archive = try workshop.tamga("init", "archive", "--archive")
    #expect(archive.status == 0)
    let issued = try workshop.tamga(
      "issue", Place.templates + "/labour-immigrant-permit/examples/ordinary.json",
      "--office", "archive", "--output", "second")
    #expect(issued.status == 0, "\(issued.errors)")
  }

  @Test func theExamplesReplaceTheConfiguration() throws {
    let workshop = try Workshop(office: false)
    try #require(try workshop.tamga("init", "office").status == 0)
    try workshop.write(
      "office/tamga.yaml", Data(contentsOf: URL(filePath: Place.contract + "/office.yaml")))
    let batch = try workshop.issue(Place.contract + "/decisions.jsonl")
    #expect(batch.run.status == 0 && batch.results.count == 7, "\(batch.run.errors)")
  }

  @Test func aConfigurationThatIsWrong() throws {
    let good = String(
      decoding: try Data(contentsOf: URL(filePath: Place.contract + "/office.yaml")), as: UTF8.self)
    let rows: [(text: String, why: String)] = [
      (good + "\ncolour: blue\n", "an unknown key"),
      (good.replacing("office: KZ-ALA", with: ""), "a key that has no default"),
      (good.replacing("kind: police", with: "kind: militia"), "an unknown kind of body"),
      (good.replacing("Asia/Almaty", with: "Asia/Atlantis"), "an unknown zone"),
      (good.replacing("2021-01-01", with: "2021-13-01"), "a holiday that is no day"),
      (good.replacing("facts: given", with: "facts: some"), "an unknown mode"),
      (good.replacing("[UZB", with: "[XYZQ"), "no country"), ("", "nothing"), ("- a\n", "a list"),
      ("office: [", "broken YAML"),
    ]
    for row in rows {
      let workshop = try Workshop(office: false)
      try workshop.write("bad.yaml", Data(row.text.utf8))
      let run = try workshop.tamga("init", "office", "--config", "bad.yaml")
      #expect(
        run.status != 0 && run.errors.hasPrefix("tamga: error: "), "\(row.why): \(run.errors)")
      #expect(workshop.files("office").isEmpty, "\(row.why)")
    }
  }

  @Test func theListOfKeys() throws {
    let workshop = try Workshop()
    let rows = try Self.keys(workshop)
    #expect(rows.compactMap { $0["role"]?.text }.sorted() == ["issuing", "root", "status"])
    let members: Set = ["kid", "alg", "publicKey", "role", "state", "signFrom", "signUntil"]
    for row in rows {
      #expect(members.isSubset(of: row.members.keys))
      #expect(row["kid"]?.text?.wholeMatch(of: /[0-9a-f]{16}/) != nil)
      #expect(row["alg"] == "EdDSA" && row["state"] == "active")
      #expect(row["publicKey"]?.text?.wholeMatch(of: /[A-Za-z0-9_-]{43}/) != nil, "32 bytes")
      #expect(row["signFrom"]?.text?.hasPrefix("20") == true)
      #expect((row["signFrom"]?.text ?? "9") < (row["signUntil"]?.text ?? ""))
    }
    // No secret is ever shown.
    let shown = try workshop.tamga("keys", "list", "--office", "office")
    let listed = try workshop.tamga("keys", "list", "--json", "--office", "office")
    for file in workshop.files("office/keys") where file.hasSuffix(".key") {
      let text = String(decoding: try workshop.data("office/keys/" + file), as: UTF8.self)
      let secret = String(try #require(text.firstMatch(of: /secret: ([0-9a-f]{64})/)).1)
      #expect(!(shown.text + shown.errors + listed.text).contains(secret))
    }
  }

  @Test(arguments: [0o644, 0o640, 0o604, 0o660])
  func aKeyThatOthersMayRead(_ mode: Int) throws {
    let workshop = try Workshop()
    let key = try #require(workshop.files("office/keys").first { $0.hasPrefix("issuing") })
    let path = workshop.path("office/keys/" + key)
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
    let run = try workshop.tamga(
      "issue", Place.contract + "/decisions.jsonl", "--office", "office", "--output", "out")
    #expect(run.status == 1 && run.errors.hasPrefix("tamga: error: "))
    #expect(run.errors.contains("tamga: hint: ") && run.errors.contains("chmod 600"))
    #expect(workshop.files("out").isEmpty)
    #expect(try workshop.tamga("doctor", "--office", "office").status == 1)
    try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: path)
    #expect(try workshop.tamga("doctor", "--office", "office").status == 0)
  }

  @Test func aNewKeyAndTheOldPapers() throws {
    let workshop = try Workshop()
    let old = try Self.keys(workshop).first { $0["role"] == "issuing" }?["kid"]
    try workshop.write("a.jsonl", [try Records.inForce("A-1")])
    let before = try workshop.issue("a.jsonl", output: "before")
    let rotate = try workshop.tamga("keys", "rotate", "--office", "office")
    #expect(rotate.status == 0, "\(rotate.errors)")
    let rows = try Self.keys(workshop).filter { $0["role"] == "issuing" }
    #expect(rows.count == 2)
    #expect(rows.first { $0["kid"] == old }?["state"] == "retired")
    let new = rows.first { $0["kid"] != old }?["kid"]
    #expect(rows.first { $0["kid"] == new }?["state"] == "active")
    var second = try Records.letters()
    second["id"] = "A-2"
    try workshop.write("b.jsonl", [second])
    let after = try workshop.issue("b.jsonl", output: "after")
    try #require(after.outcomes == ["issued"])
    let papers = [try before.pdf(before.results[0]), try after.pdf(after.results[0])]
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    for trust in [["--trust", "trust"], ["--office", "office"]] {
      let run = try workshop.tamga(["verify", "--json"] + papers + trust)
      #expect(run.status == 0, "\(run.errors) \(run.text)")
      let keys = try run.lines().map { $0["key"] ?? .null }
      #expect(keys.map { $0["kid"] } == [old, new])
      #expect(keys.map { $0["state"] } == ["retired", "active"])
    }
    // The seals logged before the loss stay good; the key signs no more. Moments are whole seconds, and
    // what was logged in the second of the loss is not before it.
    usleep(1_100_000)
    let kid = try #require(new?.text)
    let lost = try workshop.tamga("keys", "compromise", kid, "--office", "office")
    #expect(lost.status == 0, "\(lost.errors)")
    _ = try workshop.tamga("trust", "export", "--office", "office", "--output", "later")
    let run = try workshop.tamga(["verify", "--json", "--trust", "later"] + papers)
    #expect(try run.lines().map { $0["genuine"] } == [true, true], "\(run.text)")
    // Said once, before anything is reserved.
    let refused = try workshop.tamga(
      "issue", Place.contract + "/decisions.jsonl", "--office", "office", "--output", "last")
    #expect(refused.status == 1)
    #expect(refused.errors.contains("keys rotate"), "\(refused.errors)")
    #expect(refused.errors.split(separator: "\n").count == 2)
    #expect(!FileManager.default.fileExists(atPath: workshop.path("last/results.jsonl")))
    let again = try workshop.tamga("keys", "rotate", "--office", "office")
    #expect(again.status == 0)
    #expect(try workshop.issue(Place.contract + "/decisions.jsonl", output: "last").run.status == 0)
  }

  @Test func withoutTheRootKey() throws {
    let workshop = try Workshop()
    let root = try #require(
      workshop.files("office/keys").first { $0.hasPrefix("root-") && $0.hasSuffix(".key") })
    try FileManager.default.moveItem(
      atPath: workshop.path("office/keys/" + root), toPath: workshop.path("safe.key"))
    let batch = try workshop.issue(Place.contract + "/decisions.jsonl")
    #expect(batch.run.status == 0, "daily work needs no root key: \(batch.run.errors)")
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    #expect(export.status == 0, "\(export.errors)")
    let rotate = try workshop.tamga("keys", "rotate", "--office", "office")
    #expect(rotate.status == 1 && rotate.errors.contains("tamga: hint: "))
  }
}
