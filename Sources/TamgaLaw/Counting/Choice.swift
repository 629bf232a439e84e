import TamgaDomain

/// A word of a short list by which a manifest settles what an act leaves open (rules.md section H).
protocol Choice: RawRepresentable, CaseIterable, Sendable where RawValue == String {
  /// What the manifest calls it.
  static var name: String { get }
  /// What holds where the manifest says nothing.
  static var standard: Self { get }
}

extension Rule {
  /// Takes a choice out of the parameters.
  ///
  /// - Throws: ``InvalidParameter`` for a value that is no text, or none of the words.
  static func take<Word: Choice>(
    _: Word.Type, from parameters: inout [String: RuleParameter]
  ) throws(InvalidParameter) -> Word {
    guard let parameter = parameters.removeValue(forKey: Word.name) else { return Word.standard }
    guard case .text(let text) = parameter, let word = Word(rawValue: text) else {
      throw InvalidParameter(Self.id, Word.name)
    }
    return word
  }
}

/// A rule with one number of an act, and one choice beside it.
protocol ChoosingLimitRule: LimitRule {
  associatedtype Word: Choice
  init(limit: Int, choice: Word)
}

extension ChoosingLimitRule {
  init(limit: Int) { self.init(limit: limit, choice: Word.standard) }

  init(parameters: [String: RuleParameter]) throws(InvalidParameter) {
    var parameters = parameters
    let choice = try Self.take(Word.self, from: &parameters)
    self.init(limit: try Self.limit(in: parameters), choice: choice)
  }
}
