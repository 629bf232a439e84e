import Foundation
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaSample
import TamgaTemplates
import Testing

@testable import TamgaDesk

/// The forms of all kinds, and the way from a record into a form and back.
@Suite struct FormTests {
  // safe: a day of the calendar
  private static let today = CalendarDate(2026, 3, 2)!

  private static func parser(_ kind: DocumentKind, strict: Bool = false) -> FormParser {
    FormParser(Desk.form(kind), today: today, asksEveryFact: strict) { $0.year < 2024 ? 360 : 300 }
  }

  private static func value(_ bytes: [UInt8]) throws -> JSONValue {
    try JSONReader.read(
      bytes,
      limits: .init(
        nesting: 16, textScalars: 4000, listItems: 200, keyScalars: 128, irregularities: 10)
    ).0
  }

  /// What a browser sends of a page: names and values of the form's controls.
  private static func sent(_ page: HTML) -> FormValues {
    var values = FormValues()
    func visit(_ nodes: [HTML.Node], select: String?) {
      for node in nodes {
        guard case .element(let tag, let attributes, let children) = node else { continue }
        let given = Dictionary(attributes.map { ($0.name, $0.value ?? "") }) { first, _ in first }
        let name = given["name"] ?? ""
        switch tag {
        case .input where given["type"] == "checkbox":
          if given["checked"] != nil { values.add(name, given["value"] ?? "on") }
        case .input where !name.isEmpty: values.add(name, given["value"] ?? "")
        case .textarea:
          if case .text(let text)? = children.first {
            values.add(name, text)
          } else {
            values.add(name, "")
          }
        case .option where select != nil:
          if given["selected"] != nil, let select { values.add(select, given["value"] ?? "") }
        default: break
        }
        visit(children, select: tag == .select ? name : select)
      }
    }
    visit(page.nodes, select: nil)
    return values
  }

  private static func view(
    _ parser: FormParser, _ values: FormValues = FormValues()
  ) -> DecisionFormView {
    DecisionFormView(parser.form, values: values, once: "key", asksEveryFact: false)
  }

  /// Both languages, blank texts and a fact beside the same field say nothing more.
  private static func plain(_ record: JSONValue) -> [UInt8] {
    func cleaned(_ value: JSONValue) -> JSONValue {
      switch value {
      case .object(let members):
        let isConclusion = members.contains { $0.key == "agency" }
        let kept = members.map { JSONValue.Member($0.key, cleaned($0.value)) }
          .filter { member in
            let isBlank = member.value.text?.allSatisfy(\.isWhitespace) ?? false
            let isEmptyList = member.value == .array([]) && !isConclusion
            return member.value != .null && !isBlank && !isEmptyList
          }
        if kept.map(\.key) == ["kk", "ru"], kept[0].value == kept[1].value { return kept[0].value }
        return .object(kept)
      case .array(let items): return .array(items.map(cleaned))
      default: return value
      }
    }
    guard case .object(let members) = cleaned(record) else { return [] }
    return CanonicalJSON.bytes(
      of: .object(members.filter { $0.key != "languages" || $0.value != Self.both }))
  }
  private static let both = JSONValue.array([.text("kk"), .text("ru")])

  @Test func thereAreFortyThreeKinds() {
    #expect(Desk.kinds.count == 43)
  }

  @Test(arguments: Desk.kinds.map(\.id))
  func everyFieldIsAskedOnce(_ id: String) throws {
    let kind = try #require(Desk.library.kind(id))
    let form = Desk.form(kind)
    let places = form.controls.map(\.place)
    #expect(Set(places).count == places.count)
    for field in kind.fields where field.isRequired && !RecordFields.derived.contains(field.name) {
      guard !["issueDate", "issuingBody"].contains(field.name) else { continue }
      let control = try #require(
        form.sections.flatMap(\.controls).first { $0.place == "/fields/\(field.name)" })
      #expect(control.isRequired || field.type == .iin)
    }
    for language in MessageLanguage.allCases {
      let page = Self.view(Self.parser(kind)).page(in: Desk.context(language))
      for control in form.sections.flatMap(\.controls) {
        #expect(page.contains("data-field=\"\(control.place)\""))
      }
      #expect(page.contains("<html lang=\"\(language.rawValue)\">"))
      #expect(
        page.contains("data-view=\"form\"") && page.contains("name=\"csrf\" value=\"csrf-token\""))
    }
  }

  /// Ids of a page are unique, and every label and link of the page has its target.
  @Test(arguments: Desk.kinds.map(\.id))
  func labelsFindTheirControls(_ id: String) throws {
    let kind = try #require(Desk.library.kind(id))
    var ids: [String] = []
    var targets: [String] = []
    func visit(_ nodes: [HTML.Node]) {
      for node in nodes {
        guard case .element(_, let attributes, let children) = node else { continue }
        for attribute in attributes {
          switch attribute.name {
          case "id": ids.append(attribute.value ?? "")
          case "for", "list", "aria-labelledby": targets.append(attribute.value ?? "")
          default: break
          }
        }
        visit(children)
      }
    }
    let parser = Self.parser(kind)
    let view = DecisionFormView(
      parser.form, findings: [], once: "key", asksEveryFact: true)
    visit(DeskFrame(context: Desk.context()).document(view).nodes)
    #expect(Set(ids).count == ids.count)
    #expect(Set(targets).subtracting(ids) == [])
  }

  @Test(arguments: Desk.kinds.map(\.id), MessageLanguage.allCases)
  func examplesComeBackAsTheyWent(_ id: String, _ language: MessageLanguage) throws {
    let kind = try #require(Desk.library.kind(id))
    let parser = Self.parser(kind)
    let folder = Desk.root.appending(path: "Templates/\(id)/examples")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
    #expect(!names.isEmpty)
    for name in names where name.hasSuffix(".json") {
      let record = try Self.value(Array(Data(contentsOf: folder.appending(path: name))))
      let (values, strays) = RecordValues(parser).values(of: record, in: language)
      guard strays.isEmpty else {
        #expect(name.contains("fail"), "\(id)/\(name) \(strays)")
        continue
      }
      let back = parser.record(
        Self.sent(Self.view(parser, values).main(in: Desk.context(language))))
      #expect(
        String(decoding: Self.plain(back), as: UTF8.self)
          == String(decoding: Self.plain(record), as: UTF8.self), "\(id)/\(name)")
    }
  }

  @Test(arguments: SampleMaker.kinds)
  func samplesComeBackAsTheyWent(_ id: String) throws {
    let kind = try #require(Desk.library.kind(id))
    let parser = Self.parser(kind)
    for line in try SampleMaker(seed: 7, kinds: [id]).prefix(6) {
      let record = try Self.value(line)
      let (values, strays) = RecordValues(parser).values(of: record, in: .kk)
      #expect(strays == [])
      let back = parser.record(Self.sent(Self.view(parser, values).main(in: Desk.context(.kk))))
      #expect(
        String(decoding: Self.plain(back), as: UTF8.self)
          == String(decoding: Self.plain(record), as: UTF8.self))
    }
  }

  /// What cannot be understood is shown again as it was typed.
  @Test func oddValuesStay() throws {
    let kind = try #require(Desk.library.kind("labour-immigrant-permit"))
    let parser = Self.parser(kind)
    let typed = FormValues([
      .init("/fields/validFrom", "скоро"), .init("/fields/citizenship", "Нарния"),
      .init("/fields/termMonths", "три"), .init("/fields/officerPosition/kk", "Аға инспектор"),
    ])
    let record = parser.record(typed)
    #expect(record["fields"]?["validFrom"] == .text("скоро"))
    #expect(record["fields"]?["citizenship"] == .text("Нарния"))
    #expect(record["fields"]?["termMonths"] == .text("три"))
    #expect(record["fields"]?["officerPosition"] == .object([.init("kk", .text("Аға инспектор"))]))
    let again = Self.sent(Self.view(parser, typed).main(in: Desk.context()))
    #expect(again.first("/fields/validFrom") == "скоро")
    #expect(again.first("/fields/citizenship") == "Нарния")
    #expect(again.first("/fields/officerPosition/kk") == "Аға инспектор")
  }

  /// A box that is not ticked says no only where the office asks for every fact.
  @Test(arguments: [(true, JSONValue.flag(false)), (false, nil)])
  func untickedBoxes(_ strict: Bool, _ expected: JSONValue?) throws {
    let kind = try #require(Desk.library.kind("labour-immigrant-permit"))
    let parser = Self.parser(kind, strict: strict)
    let record = parser.record(FormValues([.init("/facts/leftInTime", "on")]))
    #expect(record["facts"]?["leftInTime"] == .flag(true))
    #expect(record["facts"]?["isWanted"] == expected)
  }

  @Test func aBodyAloneIsChosen() throws {
    let kind = try #require(Desk.library.kind("labour-immigrant-permit"))
    let sent = Self.sent(Self.view(Self.parser(kind)).main(in: Desk.context()))
    #expect(sent.first("/issuingBody") == "ALA-MPS-01")
    let two =
      Desk.bodies + [
        IssuingBody(
          code: "ALA-MPS-02", kind: .police, place: "ALA",
          name: Bilingual(kk: "екінші", ru: "второй"))
      ]
    let form = Desk.form(kind, bodies: two)
    let page = DecisionFormView(form, once: "k", asksEveryFact: true).main(in: Desk.context())
    #expect(Self.sent(page).first("/issuingBody") == nil)
  }

  @Test func aFindingStandsOnTopAndBesideItsField() throws {
    let kind = try #require(Desk.library.kind("labour-immigrant-permit"))
    // safe: a day of the calendar
    let day = CalendarDate(2026, 5, 9)!
    let finding = Finding(
      "LIM-PERMIT-TERM", .error, at: "/fields/validUntil",
      Message(kk: "мерзім", ru: "срок", en: "term"), citation: Citation("MIA order 76", "para 8"),
      suggestions: [Suggestion(at: "/fields/validUntil", day)])
    let form = Desk.form(kind)
    let page = DecisionFormView(form, findings: [finding], once: "k", asksEveryFact: true)
      .page(in: Desk.context(.en))
    let mark =
      "data-finding=\"LIM-PERMIT-TERM\" data-level=\"error\" data-place=\"/fields/validUntil\""
    #expect(page.components(separatedBy: mark).count == 3)
    #expect(
      page.contains("href=\"#c-fields-validUntil\"") && page.contains("id=\"c-fields-validUntil\""))
    #expect(page.contains("value=\"/fields/validUntil=2026-05-09\""))
    #expect(page.contains("data-value=\"09.05.2026\""))
    #expect(page.contains("MIA order No. 76 of 08.02.2014, para 8"))
    let chosen = FormValues([.init("suggest", "/fields/validUntil=2026-05-09")]).takingSuggestion()
    #expect(chosen.first("/fields/validUntil") == "2026-05-09")
  }

  @Test func namesWithMarkupAreTexts() throws {
    let kind = try #require(Desk.library.kind("labour-immigrant-permit"))
    let nasty = "\"><img src=x onerror=alert(1)>"
    let values = FormValues([
      .init("/fields/latinFullName", nasty), .init("/fields/sex", nasty),
      .init("/fields/officerPosition/kk", nasty), .init("/issuingBody", nasty),
      .init("/fields/citizenship", nasty),
    ])
    let page = DecisionFormView(
      Desk.form(kind), values: values, strays: [nasty], once: nasty, asksEveryFact: true
    ).page(in: Desk.context())
    #expect(!page.contains("<img src=x") && !page.contains("onerror=alert(1)>\""))
  }
}
