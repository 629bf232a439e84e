import Foundation
import Testing

/// Characters and their combinations in a printed field: such a paper is issued and found whole, or it is
/// refused before anything is printed. None is issued and called altered.
@Suite struct CharacterTests {
  private static let texts = [
    "Griffin Flick fjord office", "ИИ\u{301}И\u{302} Й Ё", "А\u{301} Е\u{301} О\u{301} é ḗ ạ̈",
    "a\u{301}\u{323} q\u{301} Қ\u{301}", "I\u{307} i\u{307} ı", "«„“”’‘—–…»", "№ § © ® ™ € ₸ ½",
    "A\u{30A} Å \u{212B} Ω \u{2126} K \u{212A}", "ﬁ ﬂ ﬀ", "١٢٣", "①②", "x² m³ H₂O", "ẞ ß ĸ ŉ",
    "Dž ǅ ij ĳ", "--- -- - − ‐ ‑", "1/2 3⁄4", "........ ,,,, ;;;;",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW", "llllllllllllllllllllllllllll", "AVAVAVAVToToToYeYe",
    "Ұ Ү Ө Һ Ә Ғ Қ Ң І", "ӘҒҚҢӨҰҮҺІ әғқңөұүһі", "ў Ў џ ђ ћ ї є ґ", "ა ბ", "中", "😀",
    "a\u{300}\u{301}\u{302}\u{303}", "()[]{}<>|\\/~^`'\"", "&amp; <b>x</b>", "%d %s {x} $1 \\n",
    // What is not seen, and what turns a line around.
    "a\u{A0}b", "a\u{200B}b", "a\u{200D}b", "a\u{AD}b", "a\u{2060}b", "a\u{FEFF}b", "a\u{202E}b",
    "a\u{180E}b", "a\u{3000}b", "a\u{2028}b", "a\tb", "a\u{34F}b", "a\u{E0001}b", "\u{301}Асан",
  ]

  @Test func everyTextIsWholeOrRefused() throws {
    let workshop = try Workshop()
    let all = Self.texts + Self.texts.map(\.decomposedStringWithCanonicalMapping)
    let records = try all.enumerated().map { index, text in
      var record = try Records.example("labour-immigrant-permit")
      record["id"] = .text("CHAR-\(index)")
      record["fields", "passportSeriesNumber"] = .text("HH\(900_000 + index)")
      record["fields", "latinFullName"] = .text("COMB \(Self.letters(index))")
      record["fields", "officerFullName"] = .text("Аа " + text)
      return record
    }
    try workshop.write("in.jsonl", records)
    let batch = try workshop.issue("in.jsonl")
    #expect(batch.results.count == all.count)
    let issued = batch.results.filter { $0["outcome"] == "issued" }
    #expect(issued.count > all.count / 3, "plain texts are issued")
    for result in batch.results where result["outcome"] != "issued" {
      let text = all[(result["line"]?.count ?? 1) - 1]
      #expect(
        result["outcome"] == "rejected" && !Batch.errors(result).isEmpty, "\(text.debugDescription)"
      )
    }
    let run = try workshop.tamga(
      ["verify", "--office", "office", "--json"] + issued.map { try batch.pdf($0) })
    let verdicts = try run.lines()
    #expect(verdicts.count == issued.count)
    for (verdict, result) in zip(verdicts, issued) {
      let text = all[(result["line"]?.count ?? 1) - 1]
      let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(
        verdict["verdict"] != "altered" && !codes.contains("text-not-checked"),
        "\(text.debugDescription): \(codes)")
    }
  }

  /// `AA`, `AB` …: another person in each record.
  private static func letters(_ index: Int) -> String {
    let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String([alphabet[index / 26], alphabet[index % 26]])
  }
}
