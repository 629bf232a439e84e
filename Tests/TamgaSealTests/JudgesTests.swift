import Foundation
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal

/// Stock libraries judge our seals: python `cwt` and `pycose`, which know nothing of Tamga.
@Suite struct JudgesTests {
  struct Answer: Decodable {
    struct Row: Decodable {
      let cwt: Claims
      let pycose: Claims
      let flips: Flips
    }
    struct Flips: Decodable {
      let cwt: [Int]
      let pycose: [Int]
    }
    struct Claims: Decodable, Equatable {
      let issuer: String
      let expires: Int64
      let notBefore: Int64
      let sealedAt: Int64
      let id: String
      let paper: Paper

      enum CodingKeys: String, CodingKey {
        case issuer = "1"
        case expires = "4"
        case notBefore = "5"
        case sealedAt = "6"
        case id = "7"
        case paper = "-65537"
      }
    }
    struct Paper: Decodable, Equatable {
      let document: String
      let number: String
      let copy: Int
      let name: String
      let status: UInt64
      let digest: String

      enum CodingKeys: String, CodingKey {
        case document = "1"
        case number = "2"
        case copy = "3"
        case name = "4"
        case status = "7"
        case digest = "8"
      }
    }
    struct List: Decodable {
      let sub: String
      let statuses: [UInt8]
    }
    let seals: [Row]
    let lists: [List]
  }

  static func ask(_ question: [String: Any]) throws -> Answer {
    let python = try #require(
      ProcessInfo.processInfo.environment["TAMGA_PYTHON"],
      "TAMGA_PYTHON names no interpreter with cwt and pycose: `make test` sets it up")
    let script = URL(filePath: #filePath).deletingLastPathComponent()
      .appending(path: "Judges/seal_judge.py")
    // Through a file: a pipe would fill while the judge has not yet read its question.
    let file = FileManager.default.temporaryDirectory
      .appending(path: "seal-judge-\(UUID().uuidString).json")
    try JSONSerialization.data(withJSONObject: question).write(to: file)
    defer { try? FileManager.default.removeItem(at: file) }
    let process = Process()
    process.executableURL = URL(filePath: python)
    process.arguments = [script.path]
    process.standardInput = try FileHandle(forReadingFrom: file)
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "the judge has said why on standard error")
    return try JSONDecoder().decode(Answer.self, from: data)
  }

  static func described(_ key: SigningKey, _ name: String, _ bytes: [UInt8]) -> [String: Any] {
    [
      name: Hex.text(bytes), "public": Hex.text(key.publicKey.raw),
      "alg": key.publicKey.algorithm.rawValue, "kid": key.publicKey.id.description,
    ]
  }

  @Test func stockLibrariesAgree() throws {
    let keys = SignatureAlgorithm.allCases.map { Fixture.key(3, $0) }
    let lists = [
      StatusList(number: 336, size: 1000, [0: .revoked, 7: .superseded, 999: .suspended])
    ]
    let positions = [0, 1, 7, 998, 999]
    let seals = try keys.map { try Seal.signed(Fixture.claims, by: $0) }
    let answer = try Self.ask([
      "seals": zip(keys, seals).map { Self.described($0, "seal", $1) },
      "lists": try keys.map { key in
        let token = try lists[0].signed(
          host: "tamga.example", issuedAt: 1000, expires: 4600, by: key)
        var question = Self.described(key, "token", token)
        question["positions"] = positions
        return question
      },
    ])
    #expect(answer.seals.count == 2 && answer.lists.count == 2)
    let claims = Fixture.claims
    for row in answer.seals {
      #expect(row.cwt == row.pycose)
      #expect(row.cwt.issuer == claims.issuer)
      #expect(row.cwt.expires == claims.expires && row.cwt.notBefore == claims.notBefore)
      #expect(row.cwt.sealedAt == claims.sealedAt && row.cwt.id == Hex.text(claims.id))
      let paper = row.cwt.paper
      #expect(paper.document == claims.document && paper.number == claims.number)
      #expect(paper.copy == 0 && paper.name == claims.name)
      #expect(paper.status == claims.status.claim && paper.digest == Hex.text(claims.digest))
      // A single bit, wherever it stands, is noticed by both.
      #expect(row.flips.cwt.isEmpty && row.flips.pycose.isEmpty)
    }
    for list in answer.lists {
      #expect(list.sub == "https://tamga.example/status/336")
      #expect(list.statuses == [1, 0, 3, 0, 2])
    }
  }
}
