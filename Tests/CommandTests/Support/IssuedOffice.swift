import Foundation
import Testing

/// One office with papers of every kind, for all tests that only look.
final class IssuedOffice: Sendable {
  let workshop: Workshop
  let batch: Batch
  /// The records of the batch, in its order.
  let records: [JSON]

  private static let made = Result { try IssuedOffice() }
  static func shared() throws -> IssuedOffice { try made.get() }

  private init() throws {
    workshop = try Workshop()
    // Each example ends a paper of its own.
    var records = try Records.ofTemplates().enumerated().map { $1.withOwnPrevious($0) }
    records += [try Records.letters(), try Records.inForce()]
    for language in ["kk", "ru"] {
      var record = try Records.contract("EX-QC-1")
      record["id"] = .text("ONE-" + language)
      record["languages"] = [.text(language)]
      record["fields", "fullName"] = .text("SHARMA " + language.uppercased())
      record["fields", "passportSeriesNumber"] = .text("Z-" + language.uppercased())
      records.append(record)
    }
    self.records = records
    try workshop.write("records.jsonl", records)
    batch = try workshop.issue("records.jsonl")
    try #require(
      batch.run.status == 0, "\(batch.results.filter { $0["outcome"] != "issued" }.map(\.line))")
    let export = try workshop.tamga("trust", "export", "--office", "office", "--output", "trust")
    try #require(export.status == 0, "\(export.errors)")
  }

  func result(_ id: String) throws -> JSON {
    try #require(batch.results.first { $0["id"]?.text == id }, "\(id)")
  }

  func pdf(_ id: String) throws -> String { try batch.pdf(result(id)) }

  func record(_ id: String) throws -> JSON {
    try #require(records.first { $0["id"]?.text == id }, "\(id)")
  }

  var keys: JSON {
    get throws {
      try JSON.one(workshop.tamga("keys", "list", "--json", "--office", "office").output)
    }
  }

  /// The payload on the first page of a paper, as zbar reads it from a raster of 200 dpi.
  func payload(_ id: String) throws -> String {
    let pages = try Raster(pdf(id), last: 1)
    return try #require(pages.zbar()[0].first)
  }

  /// The records whose papers carry a code.
  static let ids: [String] = {
    let records = (try? Records.ofTemplates()) ?? []
    return records.filter(Records.isSealed).compactMap { $0["id"]?.text } + [
      "LETTERS-1", "NOW-1", "ONE-kk", "ONE-ru",
    ]
  }()
}

extension JSON {
  /// The record with another number of the same length wherever it names the paper before.
  func withOwnPrevious(_ index: Int) -> JSON {
    guard let number = self["previous"]?.text else { return self }
    let letters = [index / 26, index % 26].compactMap { UnicodeScalar(UInt8(65 + $0)) }
    let own = letters.map(String.init).joined() + number.dropFirst(2)
    var record = self
    record["previous"] = .text(own)
    for (field, value) in record["fields"]?.members ?? [:] where value.text == number {
      record["fields", field] = .text(own)
    }
    return record
  }
}

/// The pages of a PDF as grey pictures of 200 dpi, made and read by others.
final class Raster {
  let pages: [String]
  private let folder: String
  private let finer: (dpi: Int, draw: (Int) throws -> Raster)

  init(_ pdf: String, last: Int? = nil, format: [String] = ["-gray"], dpi: Int = 200) throws {
    finer = (dpi + 100, { try Raster(pdf, last: last, format: format, dpi: $0) })
    folder = Place.workshops + "/" + UUID().uuidString
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let range = last.map { ["-l", String($0)] } ?? []
    _ = try Tool.text(
      "pdftoppm", ["-r", String(dpi)] + format + range + [pdf, folder + "/page"])
    pages = try FileManager.default.contentsOfDirectory(atPath: folder).sorted()
      .map { [folder] in folder + "/" + $0 }
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  /// What zbarimg reads of each page. Its own assertions end it at some symbols (seals are random, about
  /// one in many thousand, each time the same picture); a finer scan is another picture. A second reader
  /// judges every page besides.
  func zbar() throws -> [[String]] {
    var read: [[String]] = []
    for page in pages {
      let run = try Tool.run("zbarimg", ["--nodbus", "-q", "--raw", page])
      if run.status > 128, finer.dpi <= 400 { return try finer.draw(finer.dpi).zbar() }
      try #require(run.status == 0, "zbarimg: \(run.errors)")
      read.append(run.text.split(separator: "\n").map(String.init))
    }
    return read
  }

  func zxing() throws -> [[String]] {
    // The system's interpreter: Debian's package of zxing stands there.
    let text = try Tool.text("/usr/bin/python3", [Place.judges + "/read_codes.py"] + pages)
    return try JSON.one(Data(text.utf8)).items.map { $0.items.compactMap(\.text) }
  }
}
