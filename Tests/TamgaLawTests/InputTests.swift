import TamgaDomain
import Testing

@testable import TamgaLaw

@Suite struct InputTests {
  /// A constant bears the name that records use.
  @Test func constantsAreNamedAsTheRecordNamesThem() {
    let children = Mirror(reflecting: Inputs.table).children
    #expect(children.count == Inputs.all.count)
    for (label, input) in zip(children.map(\.label), Inputs.all) {
      #expect(label == input.name)
    }
    #expect(Set(Inputs.all.map(\.name)).count == Inputs.all.count)
  }

  /// What a clerk reads has words, and not the identifier.
  @Test(arguments: Inputs.all.map(\.name)) func inputHasWords(_ name: String) throws {
    let words = try #require(Inputs.byName[name]?.words)
    for tongue in MessageLanguage.allCases {
      #expect(words[tongue].count > 2)
    }
    #expect(!words.kk.contains(where: \.isLatin) && !words.ru.contains(where: \.isLatin), "\(name)")
  }

  @Test func wordsOfFactsHaveNames() {
    let all: [[any NamedWord]] = [
      Channel.allCases, EmployerKind.allCases, EntryBasis.allCases, AIFCStanding.allCases,
      PetitionerKind.allCases, ExemptGroup.allCases, Cause.allCases,
    ]
    for word in all.joined() {
      #expect(word.words.kk.count > 3 && !word.words.kk.contains(where: \.isLatin))
      #expect(word.words.ru.count > 3 && !word.words.ru.contains(where: \.isLatin))
    }
  }

  /// Field, fact, whether they contradict each other.
  static let pairs: [(FieldValue, FactValue, Bool)] = {
    let day = CalendarDate(daysSinceEpoch: 18_667)
    let noon = Moment(seconds: Int64(day.daysSinceEpoch) * 86_400 + 43_200, offset: 0)
    let text = Bilingual(kk: "а", ru: "б")
    return [
      (.date(day), .date(day), false), (.date(day), .date(day.adding(days: 1)), true),
      (.date(day), .time(noon), false), (.date(day.adding(days: 1)), .time(noon), true),
      (.time(noon), .date(day), false), (.time(noon), .date(day.adding(days: 1)), true),
      (.time(noon), .time(noon), false), (.count(1), .count(2), true),
      (.count(2), .count(2), false), (.code("a"), .text("b"), true),
      (.code("a"), .text("a"), false),
      (.text(text), .text("б"), false), (.text(text), .text("в"), true),
      (.text(text), .flag(true), false),
    ]
  }()

  @Test func contradictionKnowsDaysAndTimes() {
    for (field, fact, differ) in Self.pairs {
      #expect(Contradiction.differ(field, fact) == differ, "\(field) \(fact)")
    }
  }
}

extension Character {
  fileprivate var isLatin: Bool { isASCII && isLetter }
}
