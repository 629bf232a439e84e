import Foundation
import TamgaDomain
import Testing

@testable import TamgaLayout
@testable import TamgaPDF

/// A reader of the file finds exactly what the seal's digest covers: the words of
/// ``Composition/complete(checkCode:)``, page by page, in order.
@Suite struct PDFTextTests {
  @Test(arguments: Paper.sample.filter { $0.languages.count == 2 }) func readsBackWhole(
    _ paper: Paper
  ) throws {
    try expectSameText(paper)
  }

  struct Letters: Sendable, CustomTestStringConvertible {
    let text: String
    let why: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Letters(text: "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і №", why: "Kazakh letters"),
    Letters(text: "ӘЁҒҚҢӨҰҮҺІәёғқңөұүһі", why: "Kazakh letters without spaces"),
    Letters(text: "Sofia Griffin Pfeiffer fl ffl fi ff fj ft tt Th", why: "pairs that ligate"),
    Letters(text: "ABCEHKMOPTXaceopxy АВСЕНКМОРТХасеорху", why: "letters with one shape"),
    Letters(text: "AАAАAА oоoоoо iіiі hһhһ", why: "and in turns"),
    Letters(text: "Nguyễn Thị Ánh Tuyết Đặng Ữ Ợ Ẵ ậ ỹ", why: "Vietnamese"),
    Letters(text: "Şeyma Öğütçü İbrahim IĞDIR ışık", why: "Turkish"),
    Letters(text: "Əliyeva Şəhla Qızı Ğ ğ Ə ə", why: "Azerbaijani"),
    Letters(text: "Oʻgʻiloy Gʼulom Toʻxtaxoʻja Oʼ O‘ O’", why: "Uzbek"),
    Letters(text: "Ӣ ӣ Ҷ ҷ Ҳ ҳ Ӯ ӯ Ғ Қ Ё", why: "Tajik"),
    Letters(text: "Ý ý Ň ň Ž ž Ş ş Ä ä Ü ü", why: "Turkmen"),
    Letters(text: "Łukasz Żółć Çelik Žižek Škoda Ångström Ñandú Þór ð œ æ ß", why: "Europe"),
    Letters(text: "Ћирић Џорђе Љубица Њ Ї ї Є є Ґ ґ Ў ў Ѓ Ќ", why: "other Cyrillic"),
    Letters(text: "А́нна И́ горь е́ о́", why: "Cyrillic with combining accents"),
    Letters(text: "e\u{301}te\u{301} n\u{303} z\u{307}\u{323} q\u{308}", why: "combining marks"),
    Letters(text: "a\u{301}\u{302}\u{323}b x\u{30C}\u{327}", why: "several marks on a letter"),
    Letters(text: "Ω Αθήνα Ελλάδα ό ώ", why: "Greek, from the second family"),
    Letters(text: "10 000\u{A0}теңге\u{202F}№\u{A0}5", why: "spaces that do not break"),
    Letters(text: "со\u{AD}гла\u{AD}со\u{AD}ва\u{AD}ние", why: "soft hyphens"),
    Letters(text: "AB\u{200B}CD", why: "a break without width"),
    Letters(text: "«»„“”‘’‚–—…·•№§°±×€₸%‰", why: "marks of the office"),
    Letters(text: "& < > \" ' \\ ( ) [ ] { } | / _ ~ ^ ` @ # $ * + =", why: "marks of ASCII"),
    Letters(text: "AVAWATo LTY Ту. Гр, Рұқ", why: "pairs that kern"),
    Letters(text: "one  two   three", why: "doubled spaces"),
    Letters(text: "0123456789 ½ ¼ ² ³ № 1/2", why: "digits and fractions"),
  ]) func readsBackEveryLetter(_ row: Letters) throws {
    var paper = Paper(document: "temporary-residence-permit")
    // In bold values, in the running text of a signature and in the sans of later pages.
    paper.everyText = Bilingual(both: row.text)
    paper.fields["latinFullName"] = .text(Bilingual(both: row.text))
    try expectSameText(paper)
    var refusal = Paper(document: "permanent-residence-permit-refusal", example: "longest")
    refusal.fields["refusalDetail"] = .text(
      Bilingual(both: Paper.repeated(row.text + " ", 400)))
    refusal.fields["fullName"] = .text(Bilingual(both: row.text))
    try expectSameText(refusal)
  }

  @Test func differsWhenTheTextDiffers() throws {
    let (bytes, texts) = try drawn(Paper(document: "labour-immigrant-permit"))
    let read = try Tool.withFile(bytes, Tool.pageTexts)
    #expect(words(read[0]).contains("SAMPLEANVARRUSTAMOVICH"))
    #expect(words(read[0]) != words(texts[0].replacing("ANVAR", with: "ANWAR")))
    #expect(words(read[0]) != words(texts[0].replacing("2021", with: "2022")))
  }

  private func expectSameText(_ paper: Paper) throws {
    let (bytes, texts) = try drawn(paper)
    let read = try Tool.withFile(bytes, Tool.pageTexts)
    #expect(read.count == texts.count)
    for (page, (found, expected)) in zip(read, texts).enumerated() {
      let (found, expected) = (words(found), words(expected))
      if found == expected { continue }
      let same = zip(found, expected).prefix { $0 == $1 }.count
      Issue.record(
        """
        page \(page + 1) differs after \(same) characters: found \
        “\(found.dropFirst(max(0, same - 5)).prefix(30))”, expected \
        “\(expected.dropFirst(max(0, same - 5)).prefix(30))”
        """)
    }
  }

  private func drawn(_ paper: Paper) throws -> ([UInt8], [String]) {
    let composition = try Office.typesetter().compose(paper.filled())
    let texts = composition.complete(checkCode: Office.checkCode)
    return (try composition.pdf(code: Symbol(version: 12).grid, id: Office.id, created: 0), texts)
  }

  /// As the digest takes a text: no white space, no invisible characters, composed.
  private func words(_ text: String) -> String {
    let kept = text.unicodeScalars.filter { scalar in
      switch scalar.value {
      case 0xAD, 0x180E, 0x200B...0x200D, 0x2060, 0xFEFF: false
      default: !scalar.properties.isWhitespace
      }
    }
    return String(String.UnicodeScalarView(kept)).precomposedStringWithCanonicalMapping
  }
}
