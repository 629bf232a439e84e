import Foundation
import Testing

/// Decision records to issue.
enum Records {
  static func fixture(_ name: String) throws -> [JSON] {
    try JSON.lines(Data(contentsOf: URL(filePath: Place.contract + "/" + name)))
  }

  /// The examples of the contract by their ids.
  static func contract(_ id: String) throws -> JSON {
    let all = try fixture("decisions.jsonl") + fixture("rejected.jsonl")
    return try #require(all.first { $0["id"]?.text == id })
  }

  /// The lawful examples of every template, in the order of their files.
  static func ofTemplates() throws -> [JSON] {
    let manager = FileManager.default
    return try manager.contentsOfDirectory(atPath: Place.templates).sorted().flatMap { kind in
      let folder = Place.templates + "/" + kind + "/examples"
      let names = (try? manager.contentsOfDirectory(atPath: folder)) ?? []
      return try names.sorted().filter { $0.hasSuffix(".json") && !$0.hasSuffix("_fail.json") }
        .map { try JSON.one(Data(contentsOf: URL(filePath: folder + "/" + $0))) }
    }
  }

  static let kazakhLetters = "Ә Ғ Қ Ң Ө Ұ Ү Һ І ә ғ қ ң ө ұ ү һ і"

  /// A certificate without a term, its address made of every Kazakh letter.
  static func letters() throws -> JSON {
    var record = try contract("EX-FPC-1")
    record["id"] = "LETTERS-1"
    record["fields", "temporaryAddress"] = [
      "kk": .text("Алматы қ., \(kazakhLetters) көшесі, 14-үй"),
      "ru": "г. Алматы, ул. Подъёмная, дом 14, ё Ё ъ Ъ ы Ы э Э щ Щ",
    ]
    return record
  }

  /// A residence permit that is in force from today for a year, whenever the tests run.
  static func inForce(_ id: String = "NOW-1") throws -> JSON {
    var record = try contract("EX-TRP-1")
    let today = Day.today
    record["id"] = .text(id)
    record["issueDate"] = .text(today.iso)
    record["fields", "validFrom"] = .text(today.iso)
    record["fields", "validUntil"] = .text(today.adding(days: 300).iso)
    record["fields", "passportExpiryDate"] = .text(today.adding(days: 900).iso)
    for fact in ["applicationDate", "acceptanceDate", "decisionDate"] {
      if record["facts"]?[fact] != nil { record["facts", fact] = .text(today.iso) }
    }
    record["facts", "contractUntil"] = .text(today.adding(days: 600).iso)
    if record["facts"]?["stayUntil"] != nil {
      record["facts", "stayUntil"] = .text(today.adding(days: 60).iso)
    }
    return record
  }
}

/// A day of the office's calendar.
struct Day: Sendable {
  private let date: Date

  private static let calendar: Calendar = {
    var calendar = Calendar(identifier: .gregorian)
    // safe: the zone stands in every tzdata
    calendar.timeZone = TimeZone(identifier: "Asia/Almaty")!
    return calendar
  }()

  static var today: Day { Day(date: Date()) }

  private init(date: Date) { self.date = date }

  /// Noon of a day yyyy-MM-dd.
  init?(iso: String) {
    let parts = iso.split(separator: "-").compactMap { Int($0) }
    guard iso.wholeMatch(of: /\d{4}-\d{2}-\d{2}/) != nil, parts.count == 3 else { return nil }
    let components = DateComponents(year: parts[0], month: parts[1], day: parts[2], hour: 12)
    guard let date = Self.calendar.date(from: components) else { return nil }
    self.date = date
  }

  /// Whole days from this day to another.
  func days(to other: Day) -> Int {
    let from = Self.calendar.startOfDay(for: date)
    let until = Self.calendar.startOfDay(for: other.date)
    return Self.calendar.dateComponents([.day], from: from, to: until).day ?? 0
  }

  func adding(days: Int) -> Day {
    Day(date: Self.calendar.date(byAdding: .day, value: days, to: date) ?? date)
  }

  private func parts() -> (year: Int, month: Int, day: Int) {
    let parts = Self.calendar.dateComponents([.year, .month, .day], from: date)
    return (parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
  }

  /// yyyy-MM-dd
  var iso: String {
    let parts = parts()
    return String(format: "%04d-%02d-%02d", parts.year, parts.month, parts.day)
  }
}
