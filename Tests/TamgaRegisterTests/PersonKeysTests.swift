import TamgaDomain
import Testing

@testable import TamgaRegister

/// The keys under which persons are found.
@Suite struct PersonKeysTests {
  private static let person = Person(
    name: "O'LMASOV SHERZOD", passport: "FA 12", citizenship: "UZB",
    birth: PartialDate(iso: "1990-05-17"))

  @Test func keysAreFolded() {
    #expect(
      PersonKeys.of(Self.person) == [
        "P|UZB|FA12", "N|UZB|1990|OLMASOV SHERZOD", "R|UZB|1990-05-17|OS",
      ])
    var typed = Self.person
    typed.name = "o\u{2BB}lmasov-sherzod"
    typed.passport = "FА-12"
    #expect(PersonKeys.of(typed) == PersonKeys.of(Self.person))
    typed.birth = PartialDate(iso: "1990")
    typed.iin = "900517300018"
    #expect(
      PersonKeys.of(typed) == [
        "I|900517300018", "P|UZB|FA12", "N|UZB|1990|OLMASOV SHERZOD", "R|UZB|1990|OS",
      ])
    #expect(PersonKeys.of(Person(name: "A B", passport: "1")) == [])
  }

  @Test func longKeysAreWithinTheLimit() {
    var long = Self.person
    long.name = String(repeating: "Ұ", count: 400)
    long.passport = String(repeating: "9", count: 400)
    let keys = PersonKeys.of(long)
    #expect(keys.count == 3)
    #expect(keys.allSatisfy { $0.utf8.count <= RegisterLimits.personKeyBytes })
  }

  @Test(arguments: [
    ("P|UZB|FА 12", ["P|UZB|FA12"]), ("P|UZB|FA12", ["P|UZB|FA12"]),
    (
      "N|UZB|1990-05-17|O'LMASOV SHERZOD",
      ["N|UZB|1990|OLMASOV SHERZOD", "R|UZB|1990-05-17|OS"]
    ),
    ("N|UZB|1990|OLMASOV SHERZOD", ["N|UZB|1990|OLMASOV SHERZOD"]),
    ("R|UZB|1990-05-17|OS", ["R|UZB|1990-05-17|OS"]), ("P|UZB|#ab", ["P|UZB|#ab"]),
    ("N|UZB|1990-05-17|#ab", ["N|UZB|1990-05-17|#ab"]), ("other", ["other"]),
  ])
  func oldKeysBecomeFolded(_ key: String, _ folded: [String]) {
    #expect(PersonKeys.folded(key) == folded)
    #expect(folded.flatMap(PersonKeys.folded) == folded, "twice changes nothing")
  }

  /// A register of the second schema, filled as its version filled it.
  @Test func aRegisterOfTheSecondSchemaIsFolded() throws {
    let folder = try TemporaryFolder()
    do {
      let register = try SQLiteRegister(path: folder.file, opening: .new)
      _ = try register.issued(
        request("A1") { $0.personKeys = ["P|UZB|FА 12", "N|UZB|1990-05-17|O'LMASOV SHERZOD"] })
    }
    try OpeningTests.sql(folder.file, (OpeningTests.undoing[3] ?? "") + "PRAGMA user_version = 2")
    let register = try SQLiteRegister(path: folder.file, opening: .existing)
    #expect(try register.personKeys(of: 1) == PersonKeys.of(Self.person).sorted())
  }
}
