import SeededNumbers
import TamgaDecisions
import TamgaDomain
import TamgaLaw
import Testing

/// Damaged records: whatever comes in, one outcome comes out.
@Suite struct MutationTests {
  static let whole = Array(
    Fixture.record(
      top: ["previous": #"{"decision":"T-0"}"#, "languages": #"["kk","ru"]"#, "x-run": "[1,2]"],
      fields: ["groundIds": #"["LIM-R2"]"#, "remarks": "\"\\u04d8\\n\""],
      facts: #"{"receivedAt":"2021-02-09T15:30:00+06:00","score":8}"#
    ).utf8)

  /// What must hold of every outcome.
  static func check(_ bytes: [UInt8]) {
    let parsed = Fixture.parse(bytes)
    #expect(parsed.decision != nil || parsed.isRejected, "no decision and no word about it")
    #expect(parsed.findings.count <= RecordLimits.findings + 1)
    #expect(parsed.decision?.id == parsed.id || parsed.decision == nil)
    for finding in parsed.findings {
      #expect(finding.place.isEmpty || finding.place.hasPrefix("/"))
    }
    #expect(Fixture.parse(bytes) == parsed, "the same bytes, the same outcome")
  }

  @Test func everyByteChanged() {
    #expect(!Fixture.parse(Self.whole).isRejected)
    var rejected = 0
    for index in Self.whole.indices {
      for byte: UInt8 in [0x00, 0x22, 0x30, 0x5C, 0x7D, 0xFF] {
        var bytes = Self.whole
        bytes[index] = byte
        Self.check(bytes)
        if Fixture.parse(bytes).isRejected { rejected += 1 }
      }
    }
    #expect(rejected > Self.whole.count * 3)
  }

  @Test func everyCut() {
    for end in Self.whole.indices {
      let parsed = Fixture.parse(Array(Self.whole[..<end]))
      #expect(parsed.findings.map(\.rule) == ["REC-JSON"])
      #expect(parsed.decision == nil)
    }
  }

  @Test func randomDamage() {
    var random = SplitMix(state: 2_021)
    for _ in 0..<2_000 {
      var bytes = Self.whole
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let index = Int.random(in: bytes.indices, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes[index] = UInt8.random(in: 0...255, using: &random)
        case 1: bytes.remove(at: index)
        case 2: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
        default:
          let end = Int.random(in: index...bytes.endIndex, using: &random)
          bytes.insert(contentsOf: Array(bytes[index..<end].prefix(40)), at: index)
        }
      }
      Self.check(bytes)
    }
  }

  @Test func values() {
    // A value of every kind in the place of every member.
    let values = [
      "null", "true", "0", "-1", "1e300", #""""#, #""a""#, "[]", "[null]", "{}", #"{"a":1}"#,
    ]
    for (key, _) in Fixture.top + [
      ("fields", ""), ("facts", ""), ("previous", ""), ("languages", ""),
    ] {
      for value in values { Self.check(Array(Fixture.record(top: [key: value]).utf8)) }
    }
    for field in Fixture.permit.fields {
      for value in values { Self.check(Array(Fixture.record(fields: [field.name: value]).utf8)) }
    }
    for name in FactCatalogue.names {
      for value in values {
        Self.check(Array(Fixture.record(facts: "{\"\(name)\":\(value)}").utf8))
      }
    }
  }
}
