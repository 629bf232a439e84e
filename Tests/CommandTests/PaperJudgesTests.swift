import Foundation
import Testing

/// Programs that are not ours judge the papers: of every kind, ordinary and longest.
@Suite struct PaperJudgesTests {
  /// Without white space: a value may stand on several lines.
  private static func bare(_ text: String) -> String {
    text.precomposedStringWithCanonicalMapping.filter { !$0.isWhitespace }
  }

  @Test(arguments: IssuedOffice.ids)
  func fontsAreThereAndTheFileIsSound(_ id: String) throws {
    let pdf = try IssuedOffice.shared().pdf(id)
    let rows = try Tool.text("pdffonts", [pdf]).split(separator: "\n")
    let head = try #require(rows.first)
    let emb = try #require(head.range(of: " emb ")).lowerBound
    let column = head.distance(from: head.startIndex, to: emb)
    #expect(rows.count > 2)
    for row in rows.dropFirst(2) {
      let words = row.dropFirst(column).split(separator: " ")
      #expect(words[0] == "yes" && words[2] == "yes", "embedded, with a Unicode map: \(row)")
    }
    let check = try Tool.run("qpdf", ["--check", pdf])
    #expect(check.status == 0 && check.errors.isEmpty, "\(check.text) \(check.errors)")
    #expect(try IssuedOffice.shared().result(id)["pages"]?.count == Tool.pages(pdf))
    let info = try Tool.text("pdfinfo", [pdf])
    #expect(info.contains("(A4)"))
  }

  /// The values that the paper of a record must show, as they are printed.
  private static func printed(_ record: JSON) throws -> [(name: String, value: String)] {
    let workshop = try IssuedOffice.shared().workshop
    let list = try JSON.one(workshop.tamga("templates", "list", "--json").output)
    let kind = try #require(list.items.first { $0["document"] == record["document"] })
    let languages = (record["languages"]?.items ?? ["kk", "ru"]).compactMap(\.text)
    var values: [(String, String)] = []
    for field in kind["fields"]?.items ?? [] where field["printed"] == true {
      guard let name = field["name"]?.text, let value = record["fields"]?[name] else { continue }
      switch field["type"]?.text {
      case "country", "code", "grounds": continue
      // Printed in words.
      case "date" where name == "originalIssueDate": continue
      case "date", "partial-date":
        let parts = (value.text ?? "").split(separator: "-")
        values.append((name, parts.reversed().joined(separator: ".")))
      case "time":
        let parts = (value.text ?? "").prefix(10).split(separator: "-")
        values.append((name, parts.reversed().joined(separator: ".")))
        values.append((name, String((value.text ?? "").dropFirst(11).prefix(5))))
      default:
        for language in languages {
          if let text = value.text ?? value[language]?.text { values.append((name, text)) }
        }
      }
    }
    return values
  }

  /// In how many pieces a value stands in a text: it breaks only where a page ends.
  private static func pieces(_ value: String, in text: String) -> Int? {
    let text = Array(text.utf8CString)
    var rest = Array(value.utf8CString).dropLast()
    var count = 0
    while !rest.isEmpty {
      // Whatever holds a piece holds its beginning: the longest is found by halving.
      var (short, long) = (0, rest.count + 1)
      while long - short > 1 {
        let middle = (short + long) / 2
        if holds(text, rest.prefix(middle)) { short = middle } else { long = middle }
      }
      guard short > 0 else { return nil }
      rest = rest.dropFirst(short)
      count += 1
    }
    return count
  }

  private static func holds(_ text: [CChar], _ piece: ArraySlice<CChar>) -> Bool {
    strstr(text, Array(piece) + [0]) != nil
  }

  @Test(arguments: IssuedOffice.ids)
  func everyPrintedValueCanBeCopied(_ id: String) throws {
    let office = try IssuedOffice.shared()
    let text = Self.bare(try Tool.text("pdftotext", ["-raw", try office.pdf(id), "-"]))
    let values = try Self.printed(office.record(id))
    #expect(values.count >= 5)
    let pages = try #require(try office.result(id)["pages"]?.count)
    for (name, value) in values {
      let count = Self.pieces(Self.bare(value), in: text)
      #expect(count.map { $0 <= pages } == true, "\(name): \(value.prefix(200))")
    }
    let number = try #require(try office.result(id)["number"]?.text)
    #expect(text.contains(number))
    #expect(!text.contains("\u{FFFD}"))
  }

  /// The reading order that people get who copy a page: a hyphen at the end of a line is lost there,
  /// so no value of ordinary length may break at one.
  @Test(arguments: IssuedOffice.ids.filter { !$0.hasSuffix("-2") })
  func ordinaryValuesCopyOutAsTheyRead(_ id: String) throws {
    let office = try IssuedOffice.shared()
    let text = Self.bare(try Tool.text("pdftotext", [try office.pdf(id), "-"]))
    for (name, value) in try Self.printed(office.record(id)) {
      #expect(text.contains(Self.bare(value)), "\(name): \(value)")
    }
  }

  @Test func everyKazakhLetterCanBeCopied() throws {
    let text = try Tool.text("pdftotext", [try IssuedOffice.shared().pdf("LETTERS-1"), "-"])
    let letters = Records.kazakhLetters.split(separator: " ").joined()
    #expect(Self.bare(text).contains(letters))
    #expect(letters.unicodeScalars.count == 18)
    for letter in "ёЁъЪыЫэЭщЩ" { #expect(text.contains(letter)) }
  }

  @Test func oneLanguageWhereOneIsAsked() throws {
    let office = try IssuedOffice.shared()
    let kazakh = try Tool.text("pdftotext", [try office.pdf("ONE-kk"), "-"])
    let russian = try Tool.text("pdftotext", [try office.pdf("ONE-ru"), "-"])
    #expect(kazakh.contains("Білім беру") && !kazakh.contains("Образование"))
    #expect(russian.contains("Образование") && !russian.contains("Білім беру"))
  }

  @Test(arguments: IssuedOffice.ids)
  func theCodeIsReadFromEveryPage(_ id: String) throws {
    let office = try IssuedOffice.shared()
    let raster = try Raster(office.pdf(id))
    #expect(try raster.pages.count == office.result(id)["pages"]?.count)
    let first = try raster.zbar()
    let payload = try #require(first.first?.first)
    #expect(payload.wholeMatch(of: /https:\/\/tamga\.example\/v#\d+/) != nil, "\(payload)")
    #expect(first.allSatisfy { $0 == [payload] }, "the same seal on every page")
    // Seals are random, and at 200 dpi this reader misses one in some thousand; a finer scan decides.
    let second = try raster.zxing()
    if second != first {
      #expect(try Raster(office.pdf(id), dpi: 300).zxing() == first, "\(second)")
    }
  }

  @Test func stockReadersOfCOSEVerifyTheSeals() throws {
    let office = try IssuedOffice.shared()
    let ids = ["EXAMPLE-LIP-1", "EXAMPLE-LIP-2", "EXAMPLE-FPC-1", "EXAMPLE-PRR-1", "NOW-1"]
    let payloads = try ids.map { JSON.text(try office.payload($0)) }
    let answers = try Tool.judge(
      "judge_payloads.py", ["payloads": .array(payloads), "keys": try office.keys]
    ).items
    try #require(answers.count == ids.count)
    for (id, answer) in zip(ids, answers) {
      #expect(answer["unnoticed"]?.items == [], "\(id): a single bit is noticed by both")
      let record = try office.record(id)
      let claims = try #require(answer["claims"])
      let paper = try #require(claims["-65537"])
      #expect(claims["1"] == "KZ-ALA" && claims["7"]?.text?.count == 32)
      #expect(paper["2"] == (try office.result(id))["number"])
      #expect(paper["3"]?.count == 0 && paper["8"]?.text?.count == 16)
      let name = record["fields"]?["latinFullName"] ?? record["fields"]?["fullName"]
      let sealed = try #require(paper["4"]?.text)
      #expect(sealed.utf8.count <= 64)
      if sealed.hasSuffix("…") {
        #expect(name?.text?.hasPrefix(sealed.dropLast()) == true)
      } else {
        #expect(name?.text == sealed)
      }
      // The passport stands in the seal only where the form prints it.
      let passport = record["fields"]?["passportSeriesNumber"]
      let isPrinted = ["EXAMPLE-LIP-1", "EXAMPLE-LIP-2", "NOW-1"].contains(id)
      #expect(paper["5"] == (isPrinted ? passport : nil), "\(id)")
      #expect(paper["9"] == nil, "the retired claim gave a passport away")
      let hasTerm = record["fields"]?["validUntil"] != nil
      #expect((claims["4"] != nil) == hasTerm && (claims["5"] != nil) == hasTerm)
    }
  }

  @Test func theSealHoldsLocalMidnights() throws {
    let office = try IssuedOffice.shared()
    let payload = JSON.text(try office.payload("EXAMPLE-LIP-1"))
    let answer = try Tool.judge(
      "judge_payloads.py", ["payloads": [payload], "keys": try office.keys])
    let claims = try #require(answer.items[0]["claims"])
    // 10.02.2021 00:00:00 and 10.05.2021 23:59:59 at UTC+6, the zone of that year.
    let fields = try #require(try office.record("EXAMPLE-LIP-1")["fields"])
    try #require(fields["validFrom"] == "2021-02-10" && fields["validUntil"] == "2021-05-10")
    #expect(claims["5"]?.count == 1_612_893_600)
    #expect(claims["4"]?.count == 1_620_669_599)
  }
}
