import ArgumentParser
import TamgaDomain
import TamgaFormats
import TamgaTemplates

extension TemplatesCommand {
  struct Papers: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "papers",
      abstract: "The papers that the acts ask applicants for, with the ids that records may name.",
      discussion: "In a record, ID:expired names the same paper out of date.")

    @Option(
      help: ArgumentHelp("One service, for example labour-immigrant-permit.", valueName: "service"))
    var service: String?

    @Flag(help: "Print a JSON array.") var json = false

    @OptionGroup var common: CommonOptions

    func run() throws {
      let list = try common.library().shared.papers
      let wanted = try service.map(Self.service)
      let papers = list.papers.filter { wanted == nil || $0.service == wanted }
      if json { return Terminal.print(.array(papers.map { Self.json($0, in: list) })) }
      var last: Service?
      for paper in papers {
        if paper.service != last { print(paper.service.rawValue) }
        last = paper.service
        print("  \(paper.id)  \(Terminal.language == .kk ? paper.text.kk : paper.text.ru)")
        for line in Self.remarks(paper) { print("      \(line)") }
      }
    }

    private static func service(_ name: String) throws -> Service {
      if let service = Service(rawValue: name) { return service }
      let names = Service.allCases.map(\.rawValue)
      throw CLIError.unknownService(name, among: names)
    }

    /// The cases of a paper, a line each; none for one that is always asked.
    private static func remarks(_ paper: RequiredDocument) -> [String] {
      let tongue = Terminal.language
      var lines = paper.demands.compactMap { demand -> String? in
        let words =
          demand.actions.map(\.rawValue).sorted() + demand.purposes.sorted()
          + (demand.channel.map { [$0] } ?? []) + (demand.condition.map { [$0[tongue]] } ?? [])
        return words.isEmpty ? nil : words.joined(separator: ", ")
      }
      if let group = paper.oneOf {
        let words = Message(
          kk: "тобынан біреуі жеткілікті", ru: "достаточно одного из группы",
          en: "one of the group is enough")
        lines.append("\(words[tongue]): \(group)")
      }
      return lines
    }

    private static func json(_ paper: RequiredDocument, in list: RequiredDocuments) -> JSONValue {
      func words(_ names: some Sequence<String>) -> JSONValue {
        .array(names.sorted().map { .text($0) })
      }
      func optional(_ text: String?) -> JSONValue { text.map { .text($0) } ?? .null }
      let demands = paper.demands.map { demand in
        JSONValue.object([
          .init("for", words(demand.actions.map(\.rawValue))),
          .init("purposes", words(demand.purposes)), .init("channel", optional(demand.channel)),
          .init("condition", demand.condition.map(json) ?? .null),
        ])
      }
      let sets = list.reducedSets.filter { $0.papers.contains(paper.id) }
      return .object([
        .init("id", .text(paper.id)), .init("service", .text(paper.service.rawValue)),
        .init("number", paper.number.map { .integer(Int64($0)) } ?? .null),
        .init(
          "text",
          .object([.init("kk", .text(paper.text.kk)), .init("ru", .text(paper.text.ru))])),
        .init(
          "citation",
          .object([
            .init("act", .text(paper.citation.act)), .init("place", .text(paper.citation.place)),
          ])),
        .init("when", .array(demands)), .init("oneOf", optional(paper.oneOf)),
        .init("returned", .flag(paper.isReturned)), .init("held", .flag(paper.isHeld)),
        .init("alone", .flag(paper.isAlone)), .init("rules", words(paper.rules)),
        .init("reducedSets", words(sets.map(\.fact))),
      ])
    }

    private static func json(_ message: Message) -> JSONValue {
      .object([
        .init("kk", .text(message.kk)), .init("ru", .text(message.ru)),
        .init("en", .text(message.en)),
      ])
    }
  }
}
