import Foundation

/// One shared case: what is judged, by which bundle and clock, and the verdict that every
/// implementation must give. A folder of `Tests/Vectors` holds one as `vector.json`.
struct Vector: Codable, Equatable, Sendable {
  struct Page: Codable, Equatable, Sendable {
    let text: String?
    let codes: [String]
  }

  /// The steps from a payload text to what it says, for implementations that are being written.
  struct Stages: Codable, Equatable, Sendable {
    /// The COSE_Sign1 object that the text carries, hexadecimal.
    let cose: String
    /// The claims set in it, hexadecimal.
    let claims: String
    /// The claims by their names in the contract; bytes in hexadecimal.
    let fields: [String: Field]
  }

  enum Field: Codable, Equatable, Sendable {
    case number(Int64)
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int64.self) {
        self = .number(number)
      } else {
        self = .text(try container.decode(String.self))
      }
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      switch self {
      case .number(let number): try container.encode(number)
      case .text(let text): try container.encode(text)
      }
    }
  }

  struct Expectation: Codable, Equatable, Sendable {
    let verdict: String
    /// Codes of all reasons, strongest first.
    let reasons: [String]
    var replacedBy: String?
    /// Names of altered claims.
    var altered: [String]?
  }

  /// What the case is about.
  let why: String
  /// The text of a code, or nil when pages are given.
  var payload: String?
  var pages: [Page]?
  /// A picture or a PDF, a path from the case's own folder.
  var file: String?
  var stages: Stages?
  /// Stock readers of COSE that take a seal which a verifier must refuse.
  var laxer: [String]?
  /// The bundle's file, from the folder of all vectors.
  var bundle: String
  /// The real clock, seconds since 1970.
  var now: Int64
  /// Asks about another day, `yyyy-MM-dd`.
  var on: String?
  /// The bundle that a store holds already; then `refusal` is what the import says. Without it,
  /// `refusal` says why the bundle itself is refused.
  var held: String?
  var refusal: String?
  var expect: Expectation?
  /// The verdict on a second paper in the same picture.
  var beside: Expectation?
}

/// The folder of all vectors.
enum VectorFolder {
  static let url = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Vectors").resolvingSymlinksInPath()
  static let bundles = "_bundles"
  /// Cases that begin so are files of a real office and of forgers: they are not made anew.
  static let filed = "file-"

  /// The names of all cases on disk.
  static func names() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: url.path)
      .filter { !$0.hasPrefix("_") && !$0.contains(".") }.sorted()
  }

  static func vector(_ name: String) throws -> Vector {
    let data = try Data(contentsOf: url.appending(path: "\(name)/vector.json"))
    return try JSONDecoder().decode(Vector.self, from: data)
  }

  static func bundle(_ path: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: path)))
  }

  static func file(_ name: String, in vector: String) throws -> [UInt8] {
    Array(try Data(contentsOf: url.appending(path: "\(vector)/\(name)")))
  }

  static func write(
    _ vectors: [String: Vector], bundles: [String: [UInt8]], pictures: [String: [UInt8]]
  ) throws {
    let files = FileManager.default
    for name in try names() where vectors[name] == nil && !name.hasPrefix(filed) {
      try files.removeItem(at: url.appending(path: name))
    }
    try files.createDirectory(
      at: url.appending(path: Self.bundles), withIntermediateDirectories: true)
    for (path, bytes) in bundles { try Data(bytes).write(to: url.appending(path: path)) }
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    for (name, vector) in vectors {
      let folder = url.appending(path: name)
      try files.createDirectory(at: folder, withIntermediateDirectories: true)
      let data = try encoder.encode(vector) + Data("\n".utf8)
      try data.write(to: folder.appending(path: "vector.json"))
      if let file = vector.file, let picture = pictures[name] {
        try Data(picture).write(to: folder.appending(path: file))
      }
    }
  }
}
