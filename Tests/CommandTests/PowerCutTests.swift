import Foundation
import Testing

/// The power fails at any call: what was not flushed is gone, and the same command still finishes.
@Suite(.serialized) struct PowerCutTests {
  static let count = 60

  /// The machine that loses its power: an office and an output folder on one disk.
  private final class Machine {
    let workshop: Workshop
    private let judge: String
    private static let command = [
      "issue", "in.jsonl", "--office", "disk/office", "--output", "disk/out", "--jobs", "2",
    ]

    init() throws {
      workshop = try Workshop(office: false)
      judge = workshop.path("powercut.so")
      _ = try Tool.text(
        "cc", ["-O1", "-shared", "-fPIC", "-o", judge, Place.judges + "/powercut.c", "-ldl"])
      try FileManager.default.createDirectory(
        atPath: workshop.path("disk"), withIntermediateDirectories: true)
      let made = try workshop.tamga(
        "init", "disk/office", "--config", Place.contract + "/office.yaml")
      try #require(made.status == 0, "\(made.errors)")
      let samples = try workshop.tamga(
        "sample", "--count", String(PowerCutTests.count), "--seed", "31")
      try workshop.write("in.jsonl", samples.output)
    }

    /// Runs the batch; the power fails at a call, or never. Returns the number of calls when the
    /// run reached its end.
    func run(cutAt call: Int, deaf: Bool = false) throws -> Int? {
      let shadow = try emptyShadow()
      let run = try workshop.tamga(
        Self.command,
        environment: [
          "LD_PRELOAD": judge, "POWERCUT_ROOT": workshop.path("disk"), "POWERCUT_SHADOW": shadow,
          "POWERCUT_AFTER": String(call), "POWERCUT_COUNT": workshop.path("count"),
          "POWERCUT_DEAF": deaf ? "1" : "",
        ])
      if run.status == 0 {
        let text = String(decoding: try workshop.data("count"), as: UTF8.self)
        return Int(text.filter(\.isNumber))
      }
      try #require(run.status == 128 + SIGKILL, "\(run.errors)")
      try restore(shadow)
      return nil
    }

    /// The folder for what is certain.
    private func emptyShadow() throws -> String {
      let shadow = workshop.path("shadow")
      try? FileManager.default.removeItem(atPath: shadow)
      for part in ["/data", "/names"] {
        try FileManager.default.createDirectory(
          atPath: shadow + part, withIntermediateDirectories: true)
      }
      return shadow
    }

    /// Runs the batch on a disk whose flushes fail from one on.
    func run(brokenFrom flush: Int) throws -> Run {
      try workshop.tamga(
        Self.command,
        environment: [
          "LD_PRELOAD": judge, "POWERCUT_ROOT": workshop.path("disk"),
          "POWERCUT_SHADOW": emptyShadow(), "POWERCUT_BROKEN": String(flush),
        ])
    }

    /// The disk as it is when the power comes back.
    private func restore(_ shadow: String) throws {
      let disk = workshop.path("disk")
      let again = disk + ".again"
      func node(_ path: String) throws -> String {
        try Tool.text("stat", ["-c", "%i", path]).filter(\.isNumber)
      }
      func build(_ folder: String, at path: String) throws {
        let files = FileManager.default
        try files.createDirectory(atPath: path, withIntermediateDirectories: true)
        let list = try? String(contentsOfFile: shadow + "/names/" + folder, encoding: .utf8)
        for line in (list ?? "").split(separator: "\n") {
          let words = line.split(separator: " ", maxSplits: 3).map(String.init)
          try #require(words.count == 4)
          let target = path + "/" + words[3]
          if words[0] == "d" {
            try build(words[1], at: target)
          } else {
            let data = files.contents(atPath: shadow + "/data/" + words[1]) ?? Data()
            try data.write(to: URL(filePath: target))
          }
          let mode = try #require(Int(words[2], radix: 8))
          try files.setAttributes([.posixPermissions: mode], ofItemAtPath: target)
        }
      }
      try build(node(disk), at: again)
      try FileManager.default.removeItem(atPath: disk)
      try FileManager.default.moveItem(atPath: again, toPath: disk)
    }

    /// Papers that the register calls issued and whose file is lost or damaged.
    func lost() throws -> Int {
      let list = try workshop.tamga("register", "list", "--office", "disk/office")
      try #require(list.status == 0, "\(list.errors)")
      let issued = try list.lines().filter { $0["state"] == "issued" }
      let stored = try Tool.text(
        "/usr/bin/python3",
        [Place.judges + "/stored.py", workshop.path("disk/office/store")]
          + issued.compactMap { $0["sha256"]?.text })
      let whole = Set(stored.split(separator: "\n").map(String.init))
      return try issued.filter { paper in
        guard try whole.contains(#require(paper["sha256"]?.text)) else { return true }
        let number = try #require(paper["number"]?.text)
        return !workshop.files("disk/out").contains { $0.hasSuffix("/\(number).pdf") }
      }.count
    }

    func finish() throws -> Batch {
      try Batch(workshop.tamga(Self.command), below: workshop.path("disk/out"))
    }
  }

  @Test func everyIssuedPaperOutlivesThePower() throws {
    let machine = try Machine()
    let whole = try #require(try Machine().run(cutAt: 0))
    try #require(whole > 200)
    // Early, late, and twice in a row: the second cut falls into the recovery.
    var cuts: [Int] = []
    for part in 0..<10 {
      let call = Int.random(in: 1 + whole * part / 10...whole * (part + 1) / 10)
      cuts.append(call)
      if try machine.run(cutAt: call) != nil { continue }
      #expect(try machine.lost() == 0, "cut at \(cuts)")
    }
    let batch = try machine.finish()
    #expect(batch.run.status == 0, "cut at \(cuts): \(batch.run.errors)")
    try #require(batch.results.count == Self.count)
    #expect(batch.outcomes.allSatisfy { $0 == "issued" || $0 == "already-issued" })
    #expect(Set(batch.numbers).count == Self.count)
    CrashTests.expectContiguous(batch.numbers)
    #expect(try machine.lost() == 0)
    let audit = try machine.workshop.tamga(
      "register", "audit", "--office", "disk/office", "--output", "disk/out")
    #expect(audit.status == 0, "cut at \(cuts): \(audit.text)")
  }

  /// A disk that cannot flush is said at once, nothing is called issued, and a repaired one goes on.
  @Test func aDiskThatCannotFlush() throws {
    let machine = try Machine()
    for flush in [1, 2, 3, 5, 8] {
      let run = try machine.run(brokenFrom: flush)
      #expect(run.status == 1, "flush \(flush): \(run.errors)")
      #expect(run.errors.contains("tamga: error: "), "flush \(flush): \(run.errors)")
      #expect(try machine.lost() == 0)
    }
    let batch = try machine.finish()
    #expect(batch.run.status == 0, "\(batch.run.errors)")
    #expect(Set(batch.numbers).count == Self.count)
    CrashTests.expectContiguous(batch.numbers)
    let audit = try machine.workshop.tamga(
      "register", "audit", "--office", "disk/office", "--output", "disk/out")
    #expect(audit.status == 0, "\(audit.text)")
  }

  /// Where flushes are ignored papers are lost: the test above can fail.
  @Test func aDiskThatIgnoresFlushesIsNoticed() throws {
    let whole = try #require(try Machine().run(cutAt: 0))
    // After the papers were confirmed few calls follow; their number differs a little.
    for before in stride(from: 8, through: 200, by: 8) {
      let machine = try Machine()
      if try machine.run(cutAt: whole - before, deaf: true) != nil { continue }
      if try machine.lost() > 0 { return }
    }
    Issue.record("no paper was lost")
  }
}
