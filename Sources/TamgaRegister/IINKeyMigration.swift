internal import TamgaDomain
internal import TamgaFormats

/// Makes the key of the IIN for the papers that a register of an earlier schema holds: without it the
/// next paper of the same person would be judged as the first.
enum IINKeyMigration {
  /// Papers of one exchange with the database.
  private static let page = 1_000

  /// Idempotent: a key that is there stays.
  static func run(_ session: any SQLSession) throws {
    var last: Int64 = 0
    while true {
      let records = try session.rows(
        "SELECT serial, canonical FROM record WHERE serial > ? ORDER BY serial LIMIT ?",
        [last, page]
      ) { (serial: $0.int(0), canonical: $0.bytes(1)) }
      guard let end = records.last?.serial else { return }
      last = end
      try session.execute(
        "INSERT INTO person (key, serial) VALUES (?, ?) ON CONFLICT DO NOTHING",
        each: records.flatMap { serial, canonical in keys(canonical).map { [$0, serial] } })
    }
  }

  private static func keys(_ record: [UInt8]) -> [String] {
    let value = (try? JSONReader.strictValue(of: record))?["fields"]?[Person.iinField]
    return PersonKeys.of(Person(iin: value?.text ?? value?["kk"]?.text ?? value?["ru"]?.text))
  }
}
