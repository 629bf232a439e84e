import Testing

@testable import TamgaRegister

@Suite struct AllottedNumberTests {
  struct Reading: Sendable, CustomTestStringConvertible {
    let text: String
    let ordinal: Int64?
    let why: String
    var testDescription: String { why }
  }

  static let readings: [Reading] = [
    Reading(text: "ALA-21-0000017-4", ordinal: 17, why: "the example of the contract"),
    Reading(text: "ALA-21-0000017-5", ordinal: nil, why: "wrong check digit"),
    Reading(text: "ALA-21-0000071-4", ordinal: nil, why: "swapped neighbours"),
    Reading(text: "ALA-12-0000017-4", ordinal: nil, why: "the year is under the check digit"),
    Reading(text: "ALA-21-000017-4", ordinal: nil, why: "a digit short"),
    Reading(text: "ALA-21-00000017-4", ordinal: nil, why: "eight digits with a leading zero"),
    Reading(text: "ALA-21-0000017-", ordinal: nil, why: "no check digit"),
    Reading(text: "ALA-21-0000017", ordinal: nil, why: "no check digit, no hyphen"),
    Reading(text: "ALA-21-0000017-44", ordinal: nil, why: "two check digits"),
    Reading(text: "-0000017-4", ordinal: nil, why: "no prefix"),
    Reading(text: "ALA~21-0000017-4", ordinal: nil, why: "tilde in the prefix"),
    Reading(text: "АЛА-21-0000017-4", ordinal: nil, why: "Cyrillic prefix"),
    Reading(text: "ALA-21-000001٧-4", ordinal: nil, why: "Arabic digit"),
    Reading(text: "ALA-21-0000000-\(Damm.checkDigit(of: "210000000"))", ordinal: nil, why: "zero"),
    Reading(text: "", ordinal: nil, why: "nothing"),
  ]

  @Test(arguments: readings) func reads(_ reading: Reading) {
    let number = AllottedNumber(reading: reading.text)
    #expect(number?.ordinal == reading.ordinal)
    if let number { #expect(number.description == reading.text) }
  }

  @Test func dammsOwnExample() { #expect(Damm.checkDigit(of: "572") == 4) }

  @Test func everyWrongDigitAndEverySwapIsFound() {
    // The state after a prefix is all that the code remembers, so all pairs of digits after all
    // states cover numbers of any length.
    var found = 0
    for number in 0..<1_000 {
      let digits = Array(String(1_000 + number).utf8.map { Int($0) - 48 }) + [0, 0]
      let text = digits.map(String.init).joined()
      let check = Damm.checkDigit(of: text)
      for place in digits.indices {
        for digit in 0...9 where digit != digits[place] {
          var wrong = digits
          wrong[place] = digit
          if Damm.checkDigit(of: wrong.map(String.init).joined()) == check {
            Issue.record("\(text) at \(place)")
          }
          found += 1
        }
        guard place > 0, digits[place] != digits[place - 1] else { continue }
        var swapped = digits
        swapped.swapAt(place, place - 1)
        if Damm.checkDigit(of: swapped.map(String.init).joined()) == check {
          Issue.record("\(text) at \(place)")
        }
        found += 1
      }
      // The check digit may be swapped with its neighbour too.
      if check != digits[5] {
        let swapped = digits.dropLast() + [check]
        if Damm.checkDigit(of: swapped.map(String.init).joined()) == digits[5] {
          Issue.record("\(text) and its check digit")
        }
      }
    }
    #expect(found > 50_000)
  }

  @Test func growsBeyondSevenDigits() throws {
    let last = try #require(AllottedNumber(prefix: "ALA-21", ordinal: 9_999_999))
    let next = try #require(AllottedNumber(prefix: "ALA-21", ordinal: 10_000_000))
    #expect(last.description.hasPrefix("ALA-21-9999999-"))
    #expect(next.description.hasPrefix("ALA-21-10000000-"))
    #expect(AllottedNumber(reading: next.description) == next)
  }

  struct Refusal: Sendable, CustomTestStringConvertible {
    let prefix: String
    let ordinal: Int64
    let why: String
    var testDescription: String { why }
  }

  @Test(arguments: [
    Refusal(prefix: "", ordinal: 1, why: "empty prefix"),
    Refusal(prefix: "ALA 21", ordinal: 1, why: "space"),
    Refusal(prefix: "ALA_21", ordinal: 1, why: "underscore"),
    Refusal(prefix: String(repeating: "A", count: 41), ordinal: 1, why: "one byte above the limit"),
    Refusal(prefix: "ALA-21", ordinal: 0, why: "serials begin at 1"),
    Refusal(prefix: "ALA-21", ordinal: -1, why: "negative"),
    Refusal(prefix: "ALA-21", ordinal: 1_000_000_000_000_000, why: "one above the last ordinal"),
  ]) func refuses(_ refusal: Refusal) {
    #expect(AllottedNumber(prefix: refusal.prefix, ordinal: refusal.ordinal) == nil)
  }

  @Test func theLongestStillIsADocumentNumber() throws {
    let longest = try #require(
      AllottedNumber(
        prefix: String(repeating: "A", count: AllottedNumber.maxPrefixBytes),
        ordinal: AllottedNumber.maxOrdinal))
    #expect(throws: Never.self) { try DocumentNumber(longest.description) }
  }
}
