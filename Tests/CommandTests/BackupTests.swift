import Foundation
import Testing

/// `tamga backup` and `tamga restore`: the drill, damage, and what breaks off.
@Suite(.serialized) struct BackupTests {
  /// Decisions of a large lot: some hundreds, or as many as `TAMGA_KEEPING_RECORDS` says.
  static let large =
    ProcessInfo.processInfo.environment["TAMGA_KEEPING_RECORDS"].flatMap { Int($0) } ?? 250
  /// Seconds that a command may take with a large lot.
  static let patience = 240 + Double(large)

  private static func samples(_ workshop: Workshop, _ name: String, _ count: Int, seed: Int) throws
  {
    let run = try workshop.tamga("sample", "--count", String(count), "--seed", String(seed))
    try #require(run.status == 0, "\(run.errors)")
    try workshop.write(name, run.output)
  }

  /// Numbers that records bring; the others are allotted.
  private static func given(_ workshop: Workshop, _ names: String...) throws -> Set<String> {
    try Set(
      names.flatMap { name in
        try JSON.lines(workshop.data(name)).flatMap { record in
          (record["fields"]?.members ?? [:]).values.compactMap(\.text)
        }
      })
  }

  /// Those that the register allots; `72-10` and the like come from records.
  private static func allotted(_ numbers: some Sequence<String>) -> Set<String> {
    Set(numbers.filter { $0.wholeMatch(of: /[A-Z]+-\d\d-\d{7}-\d/) != nil })
  }

  private static func numbers(_ workshop: Workshop) throws -> [String: String] {
    let rows = try workshop.list()
    return Dictionary(
      rows.compactMap { row in
        guard let number = row["number"]?.text, let decision = row["decision"]?.text else {
          return nil
        }
        return (decision, number)
      }
    ) { first, _ in first }
  }

  private static func copyKeys(
    _ workshop: Workshop, from keys: String, to folder: String = "office/keys"
  ) throws {
    let names = workshop.files(keys).filter { $0.hasSuffix(".key") }
    _ = try Tool.text(
      "cp", ["-p"] + names.map { workshop.path(keys + "/" + $0) } + [workshop.path(folder)])
  }

  private static func audit(_ workshop: Workshop) throws -> Set<String> {
    let audit = try workshop.tamga("register", "audit", "--office", "office", "--json")
    return Set(try audit.lines().compactMap { $0["finding"]?.text })
  }

  private static func whole(_ workshop: Workshop, _ name: String = "backup") throws -> Bool {
    try Tool.run("sha256sum", ["-c", "--quiet", "SHA256SUMS"], in: workshop.path(name)).status == 0
  }

  static func leftovers(_ workshop: Workshop) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: workshop.folder).filter {
      $0.hasPrefix(".tamga-")
    }
  }

  /// Backup while a run is at work, the disk lost, restored; the run and another one are given again.
  @Test func theDrill() throws {
    let workshop = try Workshop()
    try Self.samples(workshop, "a.jsonl", 40, seed: 71)
    try Self.samples(workshop, "b.jsonl", Self.large, seed: 72)
    try Self.samples(workshop, "c.jsonl", 40, seed: 73)
    #expect(try workshop.issue("a.jsonl", output: "a").run.status == 0)
    let user = try workshop.tamga(
      "users", "add", "aigul", "--role", "clerk", "--office", "office")
    #expect(user.status == 0, "\(user.errors)")
    let running = try workshop.start([
      "issue", "b.jsonl", "--office", "office", "--output", "b", "--jobs", "1",
    ])
    let atStart = try Self.numbers(workshop).count
    while try Self.numbers(workshop).count <= atStart { usleep(50_000) }
    let backup = try workshop.start(["backup", "backup", "--office", "office"])
      .wait(seconds: Self.patience)
    #expect(backup.status == 0, "\(backup.errors)")
    #expect(running.isRunning, "the run was at work while the backup was made")
    let lost = try Batch(running.wait(seconds: Self.patience), below: workshop.path("b"))
    #expect(lost.run.status == 0, "\(lost.run.errors)")
    let before = try Self.numbers(workshop)
    #expect(try Self.whole(workshop))

    _ = try Tool.text("mv", [workshop.path("office"), workshop.path("lost")])
    let restored = try workshop.start(["restore", "backup", "--office", "office"])
      .wait(seconds: Self.patience)
    #expect(restored.status == 0 && restored.text.isEmpty, "\(restored.text)\(restored.errors)")
    #expect(restored.errors.contains("accept-restore"))
    let known = try Self.numbers(workshop)
    #expect(known.count > 40 && known.count < before.count)
    #expect(known.allSatisfy { before[$0.key] == $0.value })
    let mode = try FileManager.default.attributesOfItem(atPath: workshop.path("office/keys"))
    #expect(mode[.posixPermissions] as? Int == 0o700)
    try Self.copyKeys(workshop, from: "lost/keys")
    let users = try workshop.tamga("users", "list", "--json", "--office", "office")
    #expect(try JSON.one(users.output).items.first?["login"] == "aigul")

    let refused = try workshop.tamga(
      "issue", "c.jsonl", "--office", "office", "--output", "refused")
    #expect(refused.status == 1 && refused.errors.contains("accept-restore"), "\(refused.errors)")
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    #expect(export.status == 1, "an older register calls revoked papers valid")
    let accepted = try workshop.tamga(
      "register", "accept-restore", "--reason", "disk lost", "--office", "office")
    #expect(accepted.status == 0 && accepted.errors.contains("10000"), "\(accepted.errors)")

    let again = try Batch(
      workshop.start(["issue", "b.jsonl", "--office", "office", "--output", "again"])
        .wait(seconds: Self.patience), below: workshop.path("again"))
    let other = try workshop.issue("c.jsonl", output: "c")
    #expect(again.run.status == 0 && other.run.status == 0, "\(again.run.errors)")
    let now = try Self.numbers(workshop)
    for (decision, number) in known { #expect(now[decision] == number, "the same number") }
    let own = try Self.given(workshop, "a.jsonl", "b.jsonl", "c.jsonl")
    let handedOut = Self.allotted(before.values).subtracting(known.values).subtracting(own)
    #expect(!handedOut.isEmpty)
    #expect(handedOut.isDisjoint(with: now.values), "no number is given twice")
    #expect(try Self.audit(workshop).isEmpty)
    #expect(try Self.leftovers(workshop).isEmpty)
  }

  /// Nothing was issued after the backup: the restored office goes on as the first one would have.
  @Test func theNextNumberIsTheSame() throws {
    let workshop = try Workshop()
    try Self.samples(workshop, "a.jsonl", 30, seed: 74)
    try Self.samples(workshop, "b.jsonl", 30, seed: 75)
    #expect(try workshop.issue("a.jsonl", output: "a").run.status == 0)
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    #expect(export.status == 0)
    let backup = try workshop.tamga("backup", "backup/", "--office", "office", "--with-keys")
    #expect(backup.status == 0 && backup.errors.contains("private keys in plain text: 3"))
    let facts = try JSON.one(backup.output)
    #expect(facts["keys"] == .number(3) && facts["sequence"] == .number(1))
    #expect(facts["papers"]?.count == (try workshop.list()).count)
    let first = try workshop.issue("b.jsonl", output: "b")
    _ = try Tool.text("mv", [workshop.path("office"), workshop.path("lost")])
    let restored = try workshop.tamga(
      "restore", "backup", "--office", "office", "--issued-since", "0")
    #expect(restored.status == 0, "\(restored.errors)")
    let second = try workshop.issue("b.jsonl", output: "c")
    #expect(second.run.status == 0, "\(second.run.errors)")
    #expect(first.numbers == second.numbers)
    #expect(try Self.audit(workshop).isEmpty)
  }

  /// Who says that nothing was issued is not believed where a checkpoint outside knows better.
  @Test func aCheckpointOutsideKnowsBetter() throws {
    let workshop = try Workshop()
    try Self.samples(workshop, "a.jsonl", 10, seed: 76)
    try Self.samples(workshop, "b.jsonl", 10, seed: 77)
    #expect(try workshop.issue("a.jsonl").run.status == 0)
    #expect(
      try workshop.tamga("backup", "backup", "--office", "office", "--with-keys").status == 0)
    let lost = try workshop.tamga("issue", "b.jsonl", "--office", "office", "--output", "out")
    #expect(lost.status == 0)
    let before = try Self.numbers(workshop)
    _ = try Tool.text("rm", ["-r", workshop.path("office")])
    #expect(
      try workshop.tamga("restore", "backup", "--office", "office", "--issued-since", "0").status
        == 0)
    let known = try Self.numbers(workshop)
    let refused = try workshop.tamga(
      "issue", "b.jsonl", "--office", "office", "--output", "out")
    #expect(refused.status == 1 && refused.errors.contains("--accept-restore"), "\(refused.errors)")
    let accepted = try workshop.tamga(
      "register", "accept-restore", "--reason", "disk lost", "--output", "out", "--office",
      "office")
    #expect(accepted.status == 0, "\(accepted.errors)")
    let again = try workshop.tamga("issue", "b.jsonl", "--office", "office", "--output", "out")
    #expect(again.status == 0, "\(again.errors)")
    let own = try Self.given(workshop, "a.jsonl", "b.jsonl")
    let handedOut = Self.allotted(before.values).subtracting(known.values).subtracting(own)
    #expect(try !handedOut.isEmpty && handedOut.isDisjoint(with: Self.numbers(workshop).values))
    #expect(try Self.audit(workshop).isEmpty)
  }

  struct Damage: Sendable, CustomTestStringConvertible {
    let what: String
    let told: String
    let script: String
    var testDescription: String { what }
  }

  static let damages = [
    Damage(
      what: "a byte of the register", told: "office/register.sqlite",
      script: "printf x | dd of=office/register.sqlite bs=1 seek=5000 conv=notrunc status=none"),
    Damage(
      what: "a missing paper", told: "store/",
      script: "rm -f $(find store -name '*.paper' | head -1)"),
    Damage(
      what: "a missing part of papers", told: "store/shared/",
      script: "rm -f $(find store/shared -type f | head -1)"),
    Damage(
      what: "a changed part of papers", told: "store/shared/",
      script: "p=$(find store/shared -type f | head -1); chmod u+w $p; echo >> $p"),
    Damage(
      what: "a cut file", told: "office/tamga.yaml", script: "truncate -s -1 office/tamga.yaml"),
    Damage(
      what: "a paper in place of another", told: "store/",
      script: "set -- $(find store -name '*.paper'); cp -f \"$1\" \"$2\""),
    Damage(
      what: "a file with its sum changed", told: "SHA256SUMS",
      script: """
        echo '# ' >> office/tamga.yaml
        sum=$(sha256sum office/tamga.yaml | cut -c1-64)
        sed -i "s|^[0-9a-f]*  office/tamga.yaml$|$sum  office/tamga.yaml|" SHA256SUMS
        """),
    Damage(what: "no sums", told: "SHA256SUMS", script: "rm SHA256SUMS"),
    Damage(what: "no manifest", told: "backup", script: "rm backup.json"),
    Damage(
      what: "a newer form", told: "newer version",
      script: "sed -i 's/\"backup\": 1/\"backup\": 2/' backup.json"),
    Damage(
      what: "a newer schema", told: "newer version",
      script: "sed -i 's/\"schema\": [0-9]*/\"schema\": 999/' backup.json"),
    Damage(
      what: "a name that leads out", told: "SHA256SUMS",
      script: """
        sed -i '1s|  .*|  office/../../evil|' SHA256SUMS
        sum=$(sha256sum SHA256SUMS | cut -c1-64)
        sed -i "s|\\"sums\\": .*|\\"sums\\": \\"$sum\\"|" backup.json
        """),
  ]

  @Test func nothingIsRestoredFromADamagedBackup() throws {
    let workshop = try Workshop()
    try Self.samples(workshop, "a.jsonl", 4, seed: 78)
    #expect(try workshop.issue("a.jsonl").run.status == 0)
    #expect(try workshop.tamga("backup", "backup", "--office", "office").status == 0)
    for damage in Self.damages {
      _ = try Tool.text("cp", ["-a", workshop.path("backup"), workshop.path("broken")])
      let script = try Tool.run(
        "sh", ["-ec", damage.script], in: workshop.path("broken"))
      try #require(script.status == 0, "\(damage.what): \(script.errors)")
      let run = try workshop.tamga("restore", "broken", "--office", "new")
      #expect(run.status == 66 && run.errors.contains(damage.told), "\(damage.what): \(run.errors)")
      #expect(!FileManager.default.fileExists(atPath: workshop.path("new")), "\(damage.what)")
      #expect(try Self.leftovers(workshop).isEmpty, "\(damage.what)")
      _ = try Tool.text("rm", ["-r", workshop.path("broken")])
    }
  }

  @Test func wrongPlaces() throws {
    let workshop = try Workshop()
    try workshop.write("file", Data("x".utf8))
    _ = try Tool.text(
      "mkdir", [workshop.path("empty"), workshop.path("full"), workshop.path("full/x")])
    for (place, status, told) in [
      ("office/in", 1, "one in the other"), (".", 1, "one in the other"), ("full", 1, "not empty"),
      ("file", 1, "not empty"), ("none/x", 1, "no such file"), ("empty", 0, "backup ready"),
      ("empty", 1, "not empty"),
    ] as [(String, Int32, String)] {
      let run = try workshop.tamga("backup", place, "--office", "office")
      #expect(run.status == status && run.errors.contains(told), "\(place): \(run.errors)")
    }
    for (place, status, told) in [
      ("office", 1, "not empty"), ("empty/in", 1, "one in the other"), ("new", 0, "all agree"),
    ] as [(String, Int32, String)] {
      let run = try workshop.tamga("restore", "empty", "--office", place)
      #expect(run.status == status && run.errors.contains(told), "\(place): \(run.errors)")
    }
    let odd = try workshop.tamga("restore", "empty", "--office", "x", "--issued-since", "-1")
    #expect(odd.status == 64, "\(odd.errors)")
    let none = try workshop.tamga("restore", "office", "--office", "x")
    #expect(none.status == 66 && none.errors.contains("backup.json"), "\(none.errors)")
  }

  /// The store may lie elsewhere; what is there of it is left, with the checkpoint that knows more.
  @Test func aStoreElsewhere() throws {
    let workshop = try Workshop(office: false)
    let yaml = try String(contentsOfFile: Place.contract + "/office.yaml", encoding: .utf8)
    let store = workshop.path("papers")
    try workshop.write("office.yaml", Data((yaml + "\nstore: \(store)\n").utf8))
    #expect(try workshop.tamga("init", "office", "--config", "office.yaml").status == 0)
    try Self.samples(workshop, "a.jsonl", 8, seed: 79)
    #expect(try workshop.issue("a.jsonl").run.status == 0)
    let made = try workshop.tamga("backup", "backup", "--office", "office", "--with-keys")
    #expect(made.status == 0, "\(made.errors)")
    _ = try Tool.text("rm", ["-r", workshop.path("office")])
    let first = try #require(workshop.files("papers").first { $0.hasSuffix(".paper") })
    let part = try #require(workshop.files("papers").first { $0.hasPrefix("shared/") })
    _ = try Tool.text("rm", ["-f", workshop.path("papers/" + first)])
    try workshop.write("papers/" + part, Data("torn".utf8))
    let run = try workshop.tamga("restore", "backup", "--office", "office", "--issued-since", "0")
    #expect(run.status == 0, "\(run.text)\(run.errors)")
    #expect(workshop.files("papers").contains(first) && workshop.files("office/store").isEmpty)
    #expect(try Tool.sha256(workshop.path("papers/" + part)) == part.suffix(64))
  }

  /// A file that the store had lost is told, and the rest is kept.
  @Test func whatTheStoreHadLost() throws {
    let workshop = try Workshop()
    try Self.samples(workshop, "a.jsonl", 4, seed: 80)
    #expect(try workshop.issue("a.jsonl").run.status == 0)
    let first = try #require(workshop.files("office/store").first { $0.hasSuffix(".paper") })
    _ = try Tool.text("rm", ["-f", workshop.path("office/store/" + first)])
    _ = try Tool.text("ln", ["-s", "/etc/hostname", workshop.path("office/link")])
    let run = try workshop.tamga("backup", "backup", "--office", "office")
    #expect(run.status == 1 && run.errors.contains("missing from the store"), "\(run.errors)")
    #expect(run.errors.contains("link"))
    let restored = try workshop.tamga("restore", "backup", "--office", "new")
    #expect(restored.status == 1 && restored.text.contains("file-missing"), "\(restored.text)")
  }

  /// The desk has a link for every batch of the night, whose folder is output: nothing to warn of every time. Another
  /// link there is.
  @Test func linksOfTheDesk() throws {
    let workshop = try Workshop()
    try Self.samples(workshop, "a.jsonl", 3, seed: 82)
    try Self.samples(workshop, "b.jsonl", 3, seed: 83)
    let batch = try workshop.issue("a.jsonl")
    let gone = try workshop.issue("b.jsonl", output: "gone")
    try #require(batch.run.status == 0 && gone.run.status == 0)
    let names = try FileManager.default.contentsOfDirectory(atPath: workshop.path("office/desk"))
    try #require(names.count == 2)
    _ = try Tool.text("rm", ["-r", workshop.path("gone")])
    _ = try Tool.text("ln", ["-s", "/etc", workshop.path("office/desk/stray")])
    let run = try workshop.tamga("backup", "backup", "--office", "office")
    #expect(run.status == 0 && run.errors.contains("not copied: desk/stray"), "\(run.errors)")
    #expect(names.allSatisfy { !run.errors.contains($0) }, "\(run.errors)")

    let restored = try workshop.tamga(
      "restore", "backup", "--office", "new", "--issued-since", "0")
    #expect(restored.status == 0 && restored.text.isEmpty, "\(restored.text)\(restored.errors)")
    try Self.copyKeys(workshop, from: "office/keys", to: "new/keys")
    let again = try workshop.tamga("issue", "a.jsonl", "--office", "new", "--output", "out")
    #expect(again.status == 0, "\(again.errors)")
    let links = try FileManager.default.contentsOfDirectory(atPath: workshop.path("new/desk"))
    #expect(links.count == 1 && Set(names).isSuperset(of: links))
  }

  /// Whatever stands under the name of a backup or of an office is whole.
  @Test func killedAtRandomMoments() throws {
    let workshop = try Workshop()
    try Self.samples(workshop, "a.jsonl", 60, seed: 81)
    #expect(try workshop.issue("a.jsonl").run.status == 0)
    var finished = 0
    for kill in 0..<24 {
      let isBackup = kill < 12
      let program = try workshop.start(
        isBackup
          ? ["backup", "backup", "--office", "office", "--with-keys"]
          : ["restore", "backup", "--office", "new", "--issued-since", "0"])
      usleep(UInt32.random(in: 10_000...400_000))
      program.kill()
      let run = try program.wait()
      let name = isBackup ? "backup" : "new"
      if FileManager.default.fileExists(atPath: workshop.path(name)) {
        finished += 1
        if isBackup {
          #expect(try Self.whole(workshop))
        } else {
          let audit = try workshop.tamga("register", "audit", "--office", "new")
          #expect(audit.status == 0, "\(audit.text)")
        }
        _ = try Tool.text("rm", ["-r", workshop.path(name)])
      } else {
        #expect(run.status != 0)
      }
      if kill == 11 {
        let whole = try workshop.tamga("backup", "backup", "--office", "office", "--with-keys")
        #expect(whole.status == 0, "\(whole.errors)")
        #expect(try Self.leftovers(workshop).isEmpty)
      }
    }
    let restored = try workshop.tamga(
      "restore", "backup", "--office", "new", "--issued-since", "0")
    #expect(restored.status == 0, "\(restored.errors)")
    #expect(try Self.leftovers(workshop).isEmpty)
    #expect(finished < 24, "some runs were stopped in the middle")
  }
}

extension Program {
  /// False once it has ended; its end is still to be waited for.
  fileprivate var isRunning: Bool {
    (try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8))
      .map { !$0.contains(") Z ") } ?? false
  }
}
