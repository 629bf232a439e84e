import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaLayout
import TamgaSample
import TamgaTemplates
import TamgaVerify
import Testing

/// Whatever is issued verifies as genuine from its PDF, or is refused before it has a number
/// (contract `decisions.md`).
@Suite(.serialized) struct IssuedTextTests {
  static func letters() throws -> LetterSet {
    try #require(FontLetters.of(TextOffice.library.get().shared.fonts))
  }

  /// Records with one odd text each: every general category of Unicode, every kind, every field.
  ///
  /// `TAMGA_TEXT_RECORDS` and `TAMGA_TEXT_SEED` in the environment: how many, and which.
  @Test func whateverIsIssuedIsGenuine() async throws {
    let environment = ProcessInfo.processInfo.environment
    let count = environment["TAMGA_TEXT_RECORDS"].flatMap(Int.init) ?? 320
    let seed = environment["TAMGA_TEXT_SEED"].flatMap(UInt64.init) ?? 20_261
    let library = try TextOffice.library.get()
    var records = try OddRecords(seed: seed, library: library, letters: Self.letters())
    let office = try TextOffice()
    var (made, issued, changed) = (0, 0, 0)
    var kinds: Set<String> = []
    var why: [String: Int] = [:]
    while made < count {
      let part = try records.next(min(count - made, 640))
      let results = try await office.issue(part.map(\.bytes))
      try #require(results.count == part.count)
      made += part.count
      for (record, result) in zip(part, results) where result.outcome != "issued" {
        #expect(
          result.outcome == "rejected",
          "\(record.id) \(record.kind) \(Self.shown(record.change)): \(result.errors)")
        for error in result.errors { why[String(error.prefix { $0 != " " }), default: 0] += 1 }
        if record.change == nil { why["unchanged", default: 0] += 1 }
      }
      let papers = zip(part, results).filter { $1.outcome == "issued" }
      let seen = try await office.verify(papers.map(\.1.pdf))
      for ((record, _), seen) in zip(papers, seen) {
        let isSealed = library.kind(record.kind)?.isSealed ?? true
        #expect(
          isSealed ? seen.isWhole : seen.outcome == .noSeal,
          "\(record.id) \(record.kind) \(Self.shown(record.change)): \(seen.outcome) \(seen.reasons)"
        )
        kinds.insert(record.kind)
        if record.change != nil { changed += 1 }
      }
      issued += papers.count
    }
    print("\(made) records: \(issued) issued, \(changed) with an odd text; refused: \(why)")
    #expect(changed * 4 > made, "most odd texts were refused")
    #expect(
      Set(SampleMaker.kinds).isSubset(of: kinds), "\(Set(SampleMaker.kinds).subtracting(kinds))")
  }

  /// Field and text as code points, so that what is not seen is read too.
  static func shown(_ change: (field: String, text: String)?) -> String {
    guard let change else { return "unchanged" }
    let points = change.text.unicodeScalars.map { scalar in
      scalar.isASCII ? String(scalar) : "{\(String(scalar.value, radix: 16))}"
    }
    return change.field + " " + points.joined()
  }

  /// A record of the permit with an officer's name, the field of the cases that were seen.
  static func permit(_ name: String, _ ordinal: Int) throws -> [UInt8] {
    let maker = try SampleMaker(
      seed: 9_000 + UInt64(ordinal), kinds: ["labour-immigrant-permit"])
    var lines = maker.makeIterator()
    let line: [UInt8] = lines.next() ?? []
    let record = try JSONReader.strictValue(of: line)
    let fields = try #require(record["fields"])
    return JSONWriter.bytes(
      record.setting("fields", fields.setting("officerFullName", JSONValue.text(name))))
  }

  struct Case: Sendable, CustomTestStringConvertible {
    let text: String
    let isIssued: Bool
    let why: String
    var testDescription: String { why }
  }

  /// Letters that are composed where a font has the letter, and marks that no letter takes.
  static let combinations: [Case] = {
    let marks: [Unicode.Scalar] = [
      "\u{300}", "\u{301}", "\u{306}", "\u{308}", "\u{30C}", "\u{323}",
    ]
    let drawn = try? letters()
    return "иИеЕаoUnzK".unicodeScalars.flatMap { base in
      marks.map { mark in
        let text = "\(base)\(mark)"
        let composed = PrintedText.normalised(text).unicodeScalars
        let isOne = composed.count == 1
        return Case(
          text: text, isIssued: isOne && composed.allSatisfy { drawn?.contains($0) ?? false },
          why: "\(base) with U+0\(String(mark.value, radix: 16, uppercase: true))")
      }
    }
  }()

  static let seen: [Case] = [
    Case(text: "\u{A0}", isIssued: true, why: "no-break space"),
    Case(text: "\u{202F}", isIssued: true, why: "narrow no-break space"),
    Case(text: "\u{2007}", isIssued: true, why: "figure space"),
    Case(text: "\u{2009}", isIssued: true, why: "thin space"),
    Case(text: "\u{2003}", isIssued: true, why: "em space"),
    Case(text: "\u{3000}", isIssued: true, why: "ideographic space"),
    Case(text: "\u{2011}", isIssued: true, why: "no-break hyphen"),
    Case(text: "\u{2010}", isIssued: true, why: "hyphen"),
    Case(text: "\u{2019}", isIssued: true, why: "apostrophe"),
    Case(text: "\u{2013}", isIssued: true, why: "en dash"),
    Case(text: "\u{2212}", isIssued: true, why: "minus"),
    Case(text: "\u{2126}\u{212B}", isIssued: true, why: "signs of ohm and angstrom"),
    Case(text: "ªº²½⅓™…№", isIssued: true, why: "letters above and fractions"),
    Case(text: "\u{200B}", isIssued: false, why: "zero width space"),
    Case(text: "\u{2060}", isIssued: false, why: "word joiner"),
    Case(text: "\u{FEFF}", isIssued: false, why: "byte order mark"),
    Case(text: "\u{AD}", isIssued: false, why: "soft hyphen"),
    Case(text: "\u{200C}", isIssued: false, why: "non-joiner"),
    Case(text: "\u{200D}", isIssued: false, why: "joiner"),
    Case(text: "\u{180E}", isIssued: false, why: "vowel separator"),
    Case(text: "\u{34F}", isIssued: false, why: "grapheme joiner"),
    Case(text: "\u{200E}", isIssued: false, why: "left-to-right mark"),
    Case(text: "\u{301}", isIssued: false, why: "stress mark"),
    Case(text: "\t", isIssued: false, why: "tabulator"),
    Case(text: "\u{85}", isIssued: false, why: "NEL"),
    Case(text: "\u{2028}", isIssued: false, why: "line separator"),
    Case(text: "\u{FE0F}", isIssued: false, why: "variation selector"),
    Case(text: "\u{FB01}", isIssued: false, why: "a ligature of its own"),
    Case(text: "한", isIssued: false, why: "Hangul"),
    Case(text: "\u{1112}\u{1161}\u{11AB}", isIssued: false, why: "Hangul in parts"),
    Case(text: "山", isIssued: false, why: "Chinese"),
    Case(text: "א", isIssued: false, why: "Hebrew"),
    Case(text: "م", isIssued: false, why: "Arabic"),
    Case(text: "٣", isIssued: false, why: "an Arabic digit"),
    Case(text: "\u{10FFFF}", isIssued: false, why: "no character"),
    Case(
      text: "абдурахмангажиевмухаммадюсуфходжаевзадеоглы", isIssued: true, why: "one word of 43"),
    Case(
      text: String(repeating: "Щ", count: 300), isIssued: true, why: "one word of 300"),
    Case(
      text: String(repeating: "Ә.", count: 120), isIssued: true, why: "initials without spaces"),
    Case(
      text: String(repeating: "\u{A0}а", count: 150), isIssued: true, why: "only no-break spaces"),
  ]

  /// Every case in a record of its own, all of them in one run.
  @Test func theCasesThatWereSeen() async throws {
    let office = try TextOffice()
    let cases = Self.seen + Self.combinations
    #expect(Self.combinations.count == 60 && Self.combinations.contains { $0.isIssued })
    let results = try await office.issue(
      cases.enumerated().map { try Self.permit("Сейіт\($1.text)қали Ә. Б.", $0) })
    for (one, result) in zip(cases, results) {
      #expect(
        result.outcome == (one.isIssued ? "issued" : "rejected"), "\(one.why): \(result.errors)")
      if !one.isIssued {
        #expect(result.errors == ["REC-CHARACTERS /fields/officerFullName"], "\(one.why)")
      }
    }
    let papers = zip(cases, results).filter { $1.outcome == "issued" }
    for ((one, _), seen) in zip(papers, try await office.verify(papers.map(\.1.pdf))) {
      #expect(seen.isWhole, "\(one.why): \(seen.outcome) \(seen.reasons)")
      let wanted = PrintedText.words(of: PrintedText.normalised("Сейіт\(one.text)қали Ә. Б."))
      #expect(PrintedText.words(of: seen.text).contains(wanted), "\(one.why) is not copied out")
    }
  }

  /// Every character that the fonts draw, in the long text of a refusal: issued and genuine, or
  /// refused alone.
  @Test func everyCharacterOfTheFonts() async throws {
    let letters = try Self.letters()
    let all = (UInt32(0x20)...0x2FFFF).compactMap(Unicode.Scalar.init)
      .filter { letters.contains($0) }
    #expect(all.count > 2_900)
    let permitted = all.filter(PermittedCharacters.permits)
    #expect(permitted.count > 2_600)
    let office = try TextOffice()
    var parts = stride(from: 0, to: permitted.count, by: 240).map {
      Array(permitted[$0..<min($0 + 240, permitted.count)])
    }
    var bad: [Unicode.Scalar] = []
    var ordinal = 0
    // Halves of a part that is not genuine, until the characters are known.
    while !parts.isEmpty, bad.count < 100 {
      let results = try await office.issue(
        try parts.map { part in
          ordinal += 1
          return try Self.permit(part.map { "\($0)б" }.joined(separator: " "), 1_000 + ordinal)
        })
      let seen = try await office.verify(
        results.map { $0.outcome == "issued" ? $0.pdf : Array("%PDF-1.4".utf8) })
      var rest: [[Unicode.Scalar]] = []
      for (index, part) in parts.enumerated() where !seen[index].isWhole {
        #expect(results[index].outcome == "issued", "\(results[index].errors)")
        if part.count == 1 {
          bad.append(part[0])
        } else {
          rest += [Array(part[..<(part.count / 2)]), Array(part[(part.count / 2)...])]
        }
      }
      parts = rest
    }
    #expect(
      bad.isEmpty, "not genuine: \(bad.map { String($0.value, radix: 16) }.joined(separator: " "))")
  }
}
