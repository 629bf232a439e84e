internal import CPostgres
internal import TamgaDomain
public import TamgaRegister

/// Where a register lies: a libpq connection string and the schema that holds the tables.
///
/// The connection string is libpq's own (PostgreSQL, section 34.1.1): `service=…` or key words; the
/// rest comes from the service file, the password file and the environment, as libpq reads them. It
/// holds no password: a configuration is read by more people than a password file.
public struct PostgresTarget: Hashable, Sendable {
  /// Without a password.
  public let connection: String
  /// One office, one schema: lower-case letters, digits and `_`.
  public let schema: String

  /// The schema of an office that names none.
  public static let defaultSchema = "tamga"
  /// PostgreSQL cuts longer names.
  static let maxSchemaBytes = 63

  /// - Throws: ``RegisterError`` of code `cannot-open`; nothing of the string is in it.
  public init(
    connection: String, schema: String = defaultSchema
  ) throws(RegisterError) {
    guard (1...Self.maxSchemaBytes).contains(schema.utf8.count),
      schema.utf8.enumerated().allSatisfy(Self.isName)
    else {
      throw RegisterError(
        .cannotOpen, at: "schema", kk: "схема атында тек кіші латын әріптері, цифрлар мен _ болады",
        ru: "в имени схемы только строчные латинские буквы, цифры и _",
        en: "the name of a schema has small letters, digits and _ only",
        hint: Message(
          kk: "ол әріптен басталып, \(Self.maxSchemaBytes) таңбадан аспайды",
          ru: "оно начинается с буквы, и в нём не больше \(Self.maxSchemaBytes) знаков",
          en: "it begins with a letter and has at most \(Self.maxSchemaBytes) characters"))
    }
    guard tamga_postgres_open() else {
      throw RegisterError(
        .cannotOpen, at: "postgresql",
        kk: "PostgreSQL клиент кітапханасы (libpq) орнатылмаған",
        ru: "клиентская библиотека PostgreSQL (libpq) не установлена",
        en: "the client library of PostgreSQL (libpq) is not installed",
        hint: Message(
          kk: "«apt install libpq5» оны орнатады", ru: "её ставит «apt install libpq5»",
          en: "'apt install libpq5' installs it"))
    }
    guard let options = PQconninfoParse(connection, nil) else {
      throw RegisterError(
        .cannotOpen, at: "postgresql", kk: "қосылу жолы оқылмайды",
        ru: "строка подключения не читается", en: "the connection string cannot be read",
        hint: Message(
          kk: "оның түрі «service=NAME» немесе «host=… dbname=… user=…»",
          ru: "её вид «service=NAME» или «host=… dbname=… user=…»",
          en: "it has the form 'service=NAME' or 'host=… dbname=… user=…'"))
    }
    defer { PQconninfoFree(options) }
    var option = options
    while let keyword = option.pointee.keyword {
      let name = String(cString: keyword)
      if ["password", "sslpassword"].contains(name), option.pointee.val != nil {
        throw RegisterError(
          .cannotOpen, at: "postgresql", kk: "қосылу жолында құпиясөз тұр",
          ru: "в строке подключения стоит пароль", en: "the connection string holds a password",
          hint: Message(
            kk: "оны құпиясөз файлына (~/.pgpass, 0600) жазып, мұнда қалдырмаңыз",
            ru: "запишите его в файл паролей (~/.pgpass, 0600), а здесь уберите",
            en: "put it into the password file (~/.pgpass, mode 0600) and leave it out here"))
      }
      option += 1
    }
    self.connection = connection
    self.schema = schema
  }

  private static func isName(_ offset: Int, _ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"): true
    case UInt8(ascii: "0")...UInt8(ascii: "9"): offset > 0
    default: false
    }
  }
}

extension PostgresTarget: CustomStringConvertible {
  /// For errors: neither host nor user.
  public var description: String { "postgresql schema \(schema)" }
}
