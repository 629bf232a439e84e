import TamgaDomain

/// Several grounds of one article in one phrase, as the acts write it: «49-бабының 4), 5) және 11)
/// тармақшалары», «подпунктов 4), 5) и 11) статьи 49».
enum LegalBases {
  /// - Parameter bases: Each as it stands alone: «… 49-бабының 9) тармақшасы», «подпункта 9) статьи 49 …».
  static func joined(_ bases: [String], _ language: Language) -> String {
    var phrases: [Basis] = []
    for text in bases {
      guard let (article, point) = Article.read(text, language) else {
        if !phrases.contains(.whole(text)) { phrases.append(.whole(text)) }
        continue
      }
      let place = phrases.firstIndex { if case .points(article, _) = $0 { true } else { false } }
      if let place, case .points(_, let points) = phrases[place] {
        phrases[place] = .points(article, points.union([point]))
      } else {
        phrases.append(.points(article, [point]))
      }
    }
    return phrases.map { $0.text(language) }.joined(separator: "; ")
  }

  private enum Basis: Hashable {
    case whole(String)
    case points(Article, Set<Int>)

    func text(_ language: Language) -> String {
      switch self {
      case .whole(let text): text
      case .points(let article, let points): article.phrase(points.sorted(), language)
      }
    }
  }

  /// What stands before the number of a subparagraph, and behind it.
  private struct Article: Hashable {
    let before: String
    let behind: String

    private static let pointsKk = (one: " тармақшасы", many: " тармақшалары")
    private static let pointsRu = (one: "подпункта ", many: "подпунктов ")

    static func read(_ basis: String, _ language: Language) -> (Article, Int)? {
      let rest: Substring
      switch language {
      case .kk:
        guard basis.hasSuffix(pointsKk.one) else { return nil }
        rest = basis.dropLast(pointsKk.one.count)
        guard rest.last == ")" else { return nil }
        let digits = rest.dropLast().reversed().prefix { $0.isASCII && $0.isNumber }
        guard let point = Int(String(digits.reversed())) else { return nil }
        return (
          Article(before: String(rest.dropLast(digits.count + 1)), behind: ""), point
        )
      case .ru:
        guard basis.hasPrefix(pointsRu.one) else { return nil }
        rest = basis.dropFirst(pointsRu.one.count)
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let point = Int(digits), rest.dropFirst(digits.count).first == ")" else { return nil }
        return (
          Article(before: "", behind: String(rest.dropFirst(digits.count + 1))), point
        )
      }
    }

    func phrase(_ points: [Int], _ language: Language) -> String {
      let numbers = points.map { "\($0))" }
      let and = language == .kk ? " және " : " и "
      let list =
        numbers.count > 1
        ? numbers.dropLast().joined(separator: ", ") + and + (numbers.last ?? "") : numbers[0]
      switch language {
      case .kk:
        return before + list + (points.count > 1 ? Self.pointsKk.many : Self.pointsKk.one)
      case .ru:
        return (points.count > 1 ? Self.pointsRu.many : Self.pointsRu.one) + list + behind
      }
    }
  }
}
