public import TamgaDomain

extension Citation {
  /// The act and the place in it, as the acts themselves are cited: «приказ МВД РК от 08.02.2014 № 76,
  /// пункт 13».
  public var words: Message {
    let act = ActNames.words(of: act)
    guard act != ActNames.words(of: "Tamga") else { return act }
    let place = CitedPlace.words(place)
    return Message(
      kk: act.kk + ", " + place.kk, ru: act.ru + ", " + place.ru, en: act.en + ", " + place.en)
  }
}

/// A place in an act, `annex 3 row 9 item 2, 4)`, in Kazakh and Russian.
enum CitedPlace {
  /// Clauses stand between semicolons, the parts of one without a sign or with a comma.
  static func words(_ place: String) -> Message {
    let clauses = place.split(separator: ";").map { clause($0.drop { $0 == " " }) }
    return Message(
      kk: clauses.map(\.kk).joined(separator: "; "), ru: clauses.map(\.ru).joined(separator: "; "),
      en: place)
  }

  /// What a word of the place is called; the number stands after it in Russian, before it in Kazakh.
  private static let units: [Substring: (kk: String, ru: String)] = [
    "annex": ("қосымша", "приложение"), "annexes": ("қосымшалар", "приложения"),
    "para": ("тармақ", "пункт"), "paras": ("тармақтар", "пункты"),
    "row": ("тармақ", "пункт"), "rows": ("тармақтар", "пункты"),
    "part": ("бөлік", "часть"), "item": ("бөлік", "часть"),
    "table": ("кесте", "таблица"), "art.": ("бап", "статья"),
  ]

  /// What stands by itself.
  private static let phrases: [(en: String, kk: String, ru: String)] = [
    ("annex with the form", "нысаны бар қосымша", "приложение с формой"),
    (
      "entry into force and repeal", "қолданысқа енгізілуі және күшінің жойылуы",
      "введение в действие и утрата силы"
    ),
    ("entry into force", "қолданысқа енгізілуі", "введение в действие"),
    ("lists of papers", "құжаттар тізбесі", "перечень документов"),
    ("who issues", "құжатты беретін орган", "кто выдает документ"),
    ("whom they serve", "қызмет кімге көрсетіледі", "кому оказывается услуга"),
    ("papers given before", "бұрын берілген құжаттар", "ранее выданные документы"),
    ("last part", "соңғы бөлік", "последняя часть"),
    ("standard", "стандарт", "стандарт"), ("rules", "қағидалар", "правила"),
    ("note", "ескертпе", "примечание"),
  ]

  private static func clause(_ text: Substring) -> (kk: String, ru: String) {
    var rest = text
    var kk: [String] = []
    var ru: [String] = []
    while let first = rest.first {
      if first == " " || first == "," {
        rest.removeFirst()
      } else if let phrase = phrases.first(where: { rest.hasPrefix($0.en) }) {
        kk.append(phrase.kk)
        ru.append(phrase.ru)
        rest = rest.dropFirst(phrase.en.count)
      } else {
        let word = rest.prefix { $0 != " " }
        rest = rest.dropFirst(word.count)
        guard let unit = units[word] else {
          kk.append(String(word))
          ru.append(String(word))
          continue
        }
        let (numbers, points) = Self.numbers(&rest)
        kk.append(numbers.joined(separator: ", ") + "-" + unit.kk)
        ru.append(unit.ru + " " + numbers.joined(separator: ", "))
        guard !points.isEmpty else { continue }
        let list = points.joined(separator: ", ")
        kk.append(list + (points.count > 1 ? " тармақшалар" : " тармақша"))
        ru.append((points.count > 1 ? "подпункты " : "подпункт ") + list)
      }
    }
    return (kk.joined(separator: ", "), ru.joined(separator: ", "))
  }

  /// The numbers after a word, `9-1(2), (3)`: those of the word itself, and the points `2)`, `3)`.
  private static func numbers(_ rest: inout Substring) -> (numbers: [String], points: [String]) {
    var (numbers, points): ([String], [String]) = ([], [])
    while let start = rest.firstIndex(where: { $0 != " " && $0 != "," }),
      rest[start].isNumber || rest[start] == "("
    {
      let token = rest[start...].prefix { $0 != " " && $0 != "," }
      rest = token.endIndex == rest.endIndex ? rest[rest.endIndex...] : rest[token.endIndex...]
      let halves = token.split(separator: "(", omittingEmptySubsequences: false)
      if halves.count > 1 {
        if !halves[0].isEmpty { numbers.append(String(halves[0])) }
        points.append(String(halves[1]))
      } else if token.hasSuffix(")") {
        points.append(String(token))
      } else {
        numbers.append(String(token))
      }
    }
    return (numbers, points)
  }
}
