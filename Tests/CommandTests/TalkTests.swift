import Foundation
import Testing

/// What is said, in which language, and what is never said.
@Suite struct TalkTests {
  @Test func theLanguageOfMessages() throws {
    let workshop = try Workshop(office: false)
    func said(_ options: [String], _ variables: [String: String] = [:]) throws -> String {
      try workshop.tamga(
        ["register", "list", "--office", "nowhere"] + options, environment: variables
      ).errors
    }
    let texts = try ["kk", "ru", "en"].map { try said(["--locale", $0]) }
    #expect(Set(texts).count == 3)
    #expect(texts[0].contains("қ") && texts[1].contains("ведомства"))
    let marks = [("қате", "кеңес"), ("ошибка", "подсказка"), ("error", "hint")]
    for (text, mark) in zip(texts, marks) {
      #expect(text.hasPrefix("tamga: \(mark.0): ") && text.contains("\ntamga: \(mark.1): "))
    }
    #expect(try said([]) == texts[2], "English where nothing is said")
    let rows: [(value: String, text: String)] = [
      ("kk_KZ.UTF-8", texts[0]), ("ru_RU.UTF-8", texts[1]), ("en_GB.UTF-8", texts[2]),
      ("C.UTF-8", texts[2]), ("tr_TR.UTF-8", texts[2]),
    ]
    for row in rows { #expect(try said([], ["LANG": row.value]) == row.text, "\(row.value)") }
    #expect(try said(["--locale", "ru"], ["LANG": "kk_KZ.UTF-8"]) == texts[1])
    let wrong = try workshop.tamga("register", "list", "--office", "x", "--locale", "de")
    #expect(wrong.status == 64)
  }

  @Test func aMissingInputSpeaksEveryLanguage() throws {
    let workshop = try Workshop()
    let texts = try ["kk", "ru", "en"].map {
      try workshop.tamga("check", "gone.jsonl", "--locale", $0).errors
    }
    #expect(Set(texts).count == 3, "\(texts)")
  }

  @Test func helpIsNoError() throws {
    let workshop = try Workshop(office: false)
    for command in [
      [], ["init"], ["issue"], ["check"], ["reprint"], ["status"], ["void"], ["verify"],
      ["trust", "export"], ["trust", "import"], ["keys", "list"], ["keys", "rotate"],
      ["keys", "compromise"], ["register", "list"], ["register", "show"], ["templates", "list"],
      ["templates", "check"], ["templates", "schema"], ["sample"], ["doctor"],
    ] {
      let run = try workshop.tamga(command + ["--help"])
      #expect(run.status == 0 && run.text.contains("USAGE: tamga"), "\(command)")
    }
  }

  /// `--help` is in the language of the messages, however it is asked for.
  @Test func helpSpeaksTheLanguageOfTheReader() throws {
    let workshop = try Workshop(office: false)
    for (language, mark) in [("kk", "ҚОЛДАНЫЛУЫ: "), ("ru", "ПРИМЕНЕНИЕ: "), ("en", "USAGE: ")] {
      let issue = try workshop.tamga("issue", "--help", environment: ["LANG": language])
      #expect(issue.status == 0 && issue.text.contains(mark + "tamga issue <"), "\(issue.text)")
      #expect(try workshop.tamga("issue", "--locale", language, "--help").text == issue.text)
      #expect(
        try workshop.tamga("help", "issue", environment: ["LANG": language]).text == issue.text)
      // A command that has only commands shows its help; so does none at all.
      let keys = try workshop.tamga("keys", environment: ["LANG": language])
      #expect(keys.status == 0 && keys.text.contains(mark + "tamga keys <"), "\(keys.text)")
      let bare = try workshop.tamga([], environment: ["LANG": language])
      #expect(bare.status == 0 && bare.text.contains(mark + "tamga <"), "\(bare.text)")
    }
    #expect(try workshop.tamga("--version", environment: ["LANG": "ru"]).text.hasPrefix("tamga "))
  }

  /// A sentence breaks where the line ends, not where its source does.
  @Test(arguments: ["kk", "ru", "en"]) func helpFillsItsLines(_ language: String) throws {
    let workshop = try Workshop(office: false)
    for command in [
      [], ["issue"], ["verify"], ["serve"], ["sample"], ["doctor"], ["handover"], ["backup"],
      ["restore"], ["keys", "compromise"], ["register", "list"], ["queue", "work"], ["init"],
    ] {
      let text = try workshop.tamga(command + ["--help", "--locale", language]).text
      let top = text.split(separator: "\n", omittingEmptySubsequences: false).prefix {
        !$0.contains(": tamga")
      }
      for (line, next) in zip(top, top.dropFirst()) where !line.isEmpty && !next.isEmpty {
        let word = next.prefix { $0 != " " }
        #expect(line.count <= 80 && line.count + 1 + word.count > 80, "\(command): \(line)")
      }
    }
  }

  /// A paper is handed over once for each print, unless somebody says that it is once more.
  @Test func handedOverTwice() throws {
    let workshop = try Workshop()
    try workshop.write("in.jsonl", [try Records.inForce("A-1")])
    let number = try workshop.issue("in.jsonl").numbers[0]
    func act(_ words: String...) throws -> Run {
      try workshop.tamga(
        words + [number, "--office", "office", "--reason", "holder, passport shown"])
    }
    #expect(try act("handover").status == 0)
    for language in ["kk", "ru", "en"] {
      let second = try act("handover", "--locale", language)
      #expect(second.status == 1 && second.errors.contains("--again"), "\(second.errors)")
    }
    #expect(try act("handover", "--again").status == 0)
    #expect(try act("spoil").status == 0)
    #expect(try act("reprint").status == 0)
    #expect(try act("handover").status == 0, "another print")
    // Who is not named by TAMGA_AGENT is named by the account.
    let anonymous = ["TAMGA_AGENT": "", "USER": "", "SUDO_USER": ""]
    let run = try workshop.tamga(
      ["handover", number, "--again", "--office", "office", "--reason", "holder"],
      environment: anonymous)
    let shown = try workshop.tamga("register", "show", "--json", number, "--office", "office").text
    #expect(run.status == 0 && !shown.contains("uid 0"), "\(shown)")
  }

  /// An inspector has a bundle and no office.
  @Test func verifyWithoutAnything() throws {
    let workshop = try Workshop(office: false)
    for language in ["kk", "ru", "en"] {
      let run = try workshop.tamga("verify", "https://tamga.example/v#1", "--locale", language)
      #expect(
        run.status == 64 && run.errors.contains("--trust") && run.errors.contains("--office"),
        "\(run.errors)")
    }
    let pair = try workshop.tamga("verify", "--number", "1", "--code", "2", "--trust", "b")
    #expect(pair.status == 64 && pair.errors.contains("--office"), "\(pair.errors)")
  }

  /// Everything of a record that is personal: names, passports, birth dates, addresses, IINs.
  private static func personal(_ record: JSON) -> Set<String> {
    var words: Set<String> = []
    func add(_ text: String?) {
      guard let text, text.count >= 5 else { return }
      words.insert(text)
    }
    let fields = record["fields"] ?? .null
    for name in [
      "latinFullName", "fullName", "passportSeriesNumber", "iin", "hostName", "residenceAddress",
      "temporaryAddress", "officerFullName", "refusalDetail", "hostIinBin",
    ] {
      for text in [fields[name], fields[name]?["kk"], fields[name]?["ru"]] { add(text?.text) }
    }
    for name in ["employerName", "employerAddress"] { add(record["facts"]?[name]?.text) }
    if let birth = fields["birthDate"]?.text {
      add(birth)
      add(birth.split(separator: "-").reversed().joined(separator: "."))
    }
    return words
  }

  @Test func noPersonalDataLeavesThePapers() throws {
    let workshop = try Workshop()
    let samples = try workshop.tamga("sample", "--count", "100", "--seed", "3", "--flaws", "60")
    let bad = try Data(contentsOf: URL(filePath: Place.contract + "/rejected.jsonl"))
    let good = try Data(contentsOf: URL(filePath: Place.contract + "/decisions.jsonl"))
    try workshop.write("in.jsonl", samples.output + good + bad)
    var everything = ""
    for locale in ["kk", "ru", "en"] {
      let check = try workshop.tamga(
        "check", "in.jsonl", "--office", "office", "--locale", locale)
      everything += check.errors + check.text
    }
    let batch = try workshop.issue("in.jsonl")
    #expect(batch.run.status == 2)
    everything += batch.run.errors + workshop.files("out").joined(separator: "\n")
    everything += workshop.files("office").joined(separator: "\n")
    for file in ["results.jsonl", "findings.csv", "summary.json", "report.html"] {
      everything += String(decoding: try batch.data(file), as: UTF8.self)
    }
    everything += try workshop.tamga("register", "list", "--office", "office").text
    for number in batch.numbers.filter({ $0 != "none" }).prefix(5) {
      everything += try workshop.tamga("register", "show", number, "--office", "office").text
    }
    var looked = 0
    // The names of the office's own bodies are nobody's.
    let ours = String(decoding: try workshop.data("office/tamga.yaml"), as: UTF8.self)
    let lines = try workshop.data("in.jsonl").split(separator: 0x0A)
    for record in lines.compactMap({ try? JSON.one(Data($0)) }) {
      for word in Self.personal(record) where !ours.contains(word) {
        looked += 1
        #expect(!everything.contains(word), "\(record["id"]?.text ?? ""): \(word)")
      }
    }
    #expect(looked > 600)
  }

  @Test func verifyingAForgeryTellsNothing() throws {
    let office = try IssuedOffice.shared()
    let payload = try office.payload("NOW-1")
    let forged = String(payload.dropLast()) + (payload.hasSuffix("1") ? "2" : "1")
    for options in [[], ["--json"], ["--locale", "kk"], ["--locale", "ru"]] {
      let run = try office.workshop.tamga(["verify", forged, "--office", "office"] + options)
      #expect(run.status == 4)
      for word in ["IVANOV", "752345678", "RUS", "ALA-"] where !forged.contains(word) {
        #expect(!(run.text + run.errors).contains(word), "\(options): \(word)")
      }
    }
  }
}
