import TamgaDomain
import Testing

@testable import TamgaRegister

/// What papers were made from, and what was said of their kind.
@Suite struct FormTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private static let form = RegisteredForm(
    edition: "kind/2021-01-30", texts: ["kind/ru.form": "a", "kind/manifest.yaml": "b"])

  private static func kind(_ effect: Effect) -> RegisteredKind {
    RegisteredKind(
      document: "labour-immigrant-permit",
      words: RegisteredKind.Words(
        code: "LIP", effect: effect, title: Message(kk: "рұқсат", ru: "разрешение", en: "permit")))
  }

  @Test func aFormIsTheSumsOfItsFiles() {
    let lines = Self.form.files.split(separator: "\n")
    #expect(
      lines == [
        "3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d  kind/manifest.yaml",
        "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb  kind/ru.form",
      ])
    let other = RegisteredForm(
      edition: "kind/2021-01-30", texts: ["kind/ru.form": "c", "kind/kk.form": "d"])
    #expect(
      Self.form.differences(from: other) == ["kind/kk.form", "kind/manifest.yaml", "kind/ru.form"])
    #expect(Self.form.differences(from: Self.form).isEmpty && Self.form.hash != other.hash)
  }

  @Test(arguments: Backend.allCases) func whatWasSaidFirstStays(_ backend: Backend) throws {
    let register = try backend.open(folder)
    let first = Self.kind(.grants)
    #expect(try register.add([first], [Self.form], by: clerk, at: noon) == [first])
    #expect(try register.add([Self.kind(.refuses)], [Self.form], by: clerk, at: noon) == [first])
    #expect(try register.forms() == [Self.form])
    let events = try register.events(of: nil, after: 0, limit: 10)
    #expect(events.map(\.what) == ["kind", "form"])
    let paper = try register.issued(request("A") { $0.form = Self.form.hash })
    #expect(paper.form == Self.form.hash)
    #expect(try register.issued(request("B")).form == nil)
    #expect(
      code { try register.reserve([request("C") { $0.form = [1] }], by: clerk, at: noon) } == .limit
    )
  }

  @Test(arguments: Backend.allCases) func aFormIsAcceptedWithAReason(_ backend: Backend) throws {
    let register = try backend.open(folder)
    _ = try register.add([], [Self.form], by: clerk, at: noon)
    #expect(code { try register.accept([Self.form], by: clerk, reason: "", at: noon) } == .limit)
    try register.accept([Self.form], by: clerk, reason: "order 12", at: noon)
    let forms = try register.forms()
    #expect(forms.map(\.isAccepted) == [true])
    try register.accept(forms, by: clerk, reason: "order 12", at: noon)
    let events = try register.events(of: nil, after: 0, limit: 10)
    #expect(events.map(\.what) == ["form", "form-accepted"] && events.last?.reason == "order 12")
  }

  /// Papers from before the form was kept have the state that their events say.
  @Test func anOlderRegisterKeepsItsStates() throws {
    let state: [PaperFingerprint]
    do {
      let register = try SQLiteRegister(path: folder.file, opening: .new)
      try register.issued(request("A"))
      state = try register.fingerprints(after: 0, limit: 10)
    }
    try OpeningTests.sql(
      folder.file, (OpeningTests.undoing[3] ?? "") + "PRAGMA user_version = 3")
    let register = try SQLiteRegister(path: folder.file, opening: .existing)
    #expect(try register.fingerprints(after: 0, limit: 10) == state)
    #expect(
      try register.kinds() == [RegisteredKind(document: "labour-immigrant-permit", words: nil)])
    #expect(try register.add([Self.kind(.grants)], [], by: clerk, at: noon) == [Self.kind(.grants)])
  }
}
