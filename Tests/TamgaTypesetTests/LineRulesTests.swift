import Testing

@testable import TamgaLayout

/// Words that stay on one line, written with `~` between them.
@Suite struct LineRulesTests {
  static let rows = [
    "разрешение на~осуществление деятельности", "Казахстан «О~миграции населения»",
    "срок действия до~15.12.2026", "номер и~проверочный код", "рұқсат және~ұзарту",
    "паспорт №~750000031", "от~14.06.2013 №~77", "РАЗРЕШЕНИЕ НА~ПРОЖИВАНИЕ",
    "15~апреля~2013~года", "2013~жылғы~15~сәуірдегі заң", "пунктом~16~стандарта",
    "02.04.2024~–~02.04.2025~аралығында", "30.06.2029~дейін жарамды",
    "Үлгіәлі~Ә.~Б. келді", "инспектор Ә.~Б.~Үлгіәлі келді", "Алматы~қ., Үлгі~к., 3-үй",
    "г.~Алматы, ул.~Образцовая, дом~3, кв.~12", "в~течение~10~дней",
    "бап~– негізі", "подпункты~4), 5)~и~11)~статьи~49",
    "да, и~нет.", "дом 150340012340 и~всё",
  ]

  @Test(arguments: rows) func joinsWhatBelongsTogether(_ row: String) {
    let text = row.replacing("~", with: " ")
    #expect(Self.marked(text, LineRules.joints(of: text).words) == row)
  }

  /// The last line holds more than one short word, wherever it begins.
  @Test(arguments: [
    "осуществление деятельности иностранных~лиц.", "Комиссияның шешімі~№~14~хаттамасы",
    "один да~он~да~я", "два слова", "негізі бар преступление».", "жол\nекінші жол~бұл~сөз",
  ])
  func keepsTheTail(_ row: String) {
    let text = row.replacing("~", with: " ")
    let joints = LineRules.joints(of: text)
    #expect(Self.marked(text, joints.tail) == row)
  }

  private static func marked(_ text: String, _ joints: [Range<Int>]) -> String {
    var bytes = Array(text.utf8)
    for joint in joints {
      for index in joint where bytes[index] == UInt8(ascii: " ") {
        bytes[index] = UInt8(ascii: "~")
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
