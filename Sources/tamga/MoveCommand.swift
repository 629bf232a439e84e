import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaKeeping
import TamgaRegisterPostgres

struct MoveCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "move",
    abstract: "Take the register and the accounts of an office from SQLite to PostgreSQL.",
    discussion: """
      All rows in one transaction, compared and audited on both sides; then tamga.yaml is changed and
      the former files get other names. Nobody may have the office open. Stopped anywhere, the same
      command goes on.
      """)

  @Option(
    help: ArgumentHelp(
      "A connection string of libpq without a password: postgresql://HOST/DATABASE.",
      valueName: "url"))
  var to: String

  @Option(help: ArgumentHelp("The schema for this office.", valueName: "label"))
  var schema = PostgresTarget.defaultSchema

  @OptionGroup var folder: OfficeFolder
  @OptionGroup var common: CommonOptions

  func run() throws {
    let office = try folder.required()
    let target = try PostgresTarget(connection: to, schema: schema)
    let moved = try RegisterMove.run(office, to: target, library: common.library())
    for finding in moved.findings { print(finding.line) }
    let rows = moved.rows.reduce(0) { $0 + $1.rows }
    Terminal.say(
      Message(
        kk: "кеңсе PostgreSQL-де: кесте \(moved.rows.count), жол \(rows), екі жағы бірдей",
        ru: "ведомство на PostgreSQL: таблиц \(moved.rows.count), строк \(rows), обе стороны равны",
        en:
          "the office is on PostgreSQL: \(moved.rows.count) tables, \(rows) rows, both sides equal"
      ))
    for name in moved.setAside {
      Terminal.say(
        Message(
          kk: "бұрынғы файл: \(name); келесі сақтық көшірмеден кейін оны жоюға болады",
          ru: "прежний файл: \(name); после следующей резервной копии его можно удалить",
          en: "the former file: \(name); after the next backup it may be removed"))
    }
    Terminal.say(
      Message(
        kk: "енді көшірме жасаңыз: «tamga backup», содан кейін серверді іске қосыңыз",
        ru: "теперь сделайте копию: «tamga backup», затем запустите сервер",
        en: "now run 'tamga backup', then start the server again"), .hint)
  }
}
