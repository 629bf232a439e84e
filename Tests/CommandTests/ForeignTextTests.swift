import Foundation
import Testing

/// Names and files of strangers: what is shown, what is left out, what is not read at all.
@Suite struct ForeignTextTests {
  /// No name of a file does anything to the terminal or makes a line of its own.
  @Test func namesOfFiles() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let names = [
      "\u{1B}[2J\u{1B}[32mVALID.txt", "a\ntamga: VALID.txt", "a\rb.txt", "\u{9B}32m.txt",
      "\u{202E}fdp.txt",
    ]
    for name in names { try workshop.write(name, Data("https://tamga.example/v#1".utf8)) }
    let trust = office.workshop.path("trust")
    for options in [[], ["--json"], ["--csv", "t.csv"]] {
      for inputs in [names, ["gone\u{1B}[31m"], [".", "--recursive"]] {
        let run = try workshop.tamga(["verify"] + inputs + ["--trust", trust] + options)
        let table = (try? workshop.data("t.csv")).map { String(decoding: $0, as: UTF8.self) } ?? ""
        let shown = run.text + run.errors + table
        let hidden = shown.unicodeScalars.filter {
          $0.properties.generalCategory == .format
            || $0.properties.generalCategory == .control && !"\r\n\t".unicodeScalars.contains($0)
        }
        #expect(hidden.isEmpty, "\(options) \(inputs): \(Array(hidden))")
        #expect(!shown.contains("\ntamga: VALID"), "\(shown)")
        if options == ["--json"] {
          let found = try run.lines().compactMap { $0["input"]?.text }
          if inputs == names { #expect(found == names, "the value is the name itself") }
        }
      }
    }
  }

  @Test func aFolderOfManyThings() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let payload = try office.payload("EXAMPLE-FPC-1")
    let folder = workshop.path("in/sub/.hidden")
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let big = String(repeating: "{\"line\": 1, \"outcome\": \"issued\"}\n", count: 30_000)
    try workshop.write("in/results.jsonl", Data(big.utf8))
    try workshop.write("in/sub/report.html", Data("<html>\u{1}".utf8))
    try workshop.write("in/sub/.hidden/code.txt", Data(payload.utf8))
    try workshop.write("in/readme.md", Data("words".utf8))
    let trust = ["--trust", office.workshop.path("trust")]
    let none = try workshop.tamga(["verify", "in", "--recursive", "--json"] + trust)
    #expect(none.status == 5 && none.output.isEmpty && none.errors.contains("3"), "\(none.errors)")
    try workshop.write("in/sub/code.txt", Data(payload.utf8))
    let one = try workshop.tamga(["verify", "in", "--recursive", "--json"] + trust)
    #expect(one.status == 0, "\(one.text)")
    #expect(try one.lines().count == 1 && one.errors.contains("3"))
    // What is meant as a paper is judged or told.
    try workshop.write("in/broken.pdf", Data("no PDF".utf8))
    let broken = try workshop.tamga(["verify", "in", "--recursive", "--json"] + trust)
    #expect(try broken.lines().count == 2 && broken.status == 5, "\(broken.text)")
    // A file that is named is judged, whatever it is.
    let named = try workshop.tamga(["verify", "in/results.jsonl", "--json"] + trust)
    #expect(named.status == 5, "no seal at any length: \(named.text)")
    let verdict = try JSON.one(named.output)
    #expect(verdict["verdict"] == "no-seal" && verdict.line.contains("text-not-ours"))
  }

  /// A file of two gigabytes is refused by its size, and a text of that size has no seal.
  @Test func aLargeFile() throws {
    let office = try IssuedOffice.shared()
    let workshop = try Workshop(office: false)
    let trust = ["--trust", office.workshop.path("trust")]
    for (head, status) in [("%PDF-1.5\n", 66), ("words\n", 5)] as [(String, Int32)] {
      try workshop.write("big", Data(head.utf8))
      if status == 66 {
        #expect(truncate(workshop.path("big"), 2 << 30) == 0)
      } else {
        try workshop.write("big", Data(String(repeating: head, count: 12 << 20).utf8))
      }
      let run = try workshop.tamga(["verify", "big", "--json"] + trust)
      #expect(run.status == status, "\(run.errors)")
      if status == 66 { #expect(run.errors.contains("67108864"), "\(run.errors)") }
    }
  }

  /// As a keyboard layout, a mail program and a text editor hand a code on.
  @Test func aCodeAsItWasTyped() throws {
    let office = try IssuedOffice.shared()
    let payload = try office.payload("EXAMPLE-FPC-1")
    let trust = ["--trust", office.workshop.path("trust")]
    let workshop = try Workshop(office: false)
    let american = "qwertyuiopasdfghjklzxcvbnm:/#."
    let keys = Dictionary(uniqueKeysWithValues: zip(american, "йцукенгшщзфывапролдячсмитьЖ.№ю"))
    let russian = String(payload.map { keys[$0] ?? $0 })
    for typed in [russian, "]Q1" + payload] {
      let run = try workshop.tamga(["verify", typed, "--json"] + trust)
      #expect(run.status == 0, "\(run.errors)")
    }
    for (name, encoding) in [("l", String.Encoding.utf16LittleEndian), ("b", .utf16BigEndian)] {
      try workshop.write(name, try #require(("\u{FEFF}" + payload).data(using: encoding)))
      #expect(try workshop.tamga(["verify", name, "--json"] + trust).status == 0, "\(name)")
    }
    let lines = stride(from: 0, to: payload.count, by: 72).map {
      "> " + payload.dropFirst($0).prefix(72)
    }
    let mail = Data(lines.joined(separator: "\r\n").utf8)
    let run = try workshop.tamga(["verify", "-", "--json"] + trust, input: mail)
    #expect(run.status == 0, "\(run.errors) \(run.text)")
  }
}
