import Foundation
import Testing

/// The two carriers of a seal and what stands around it (contract `seal.md`, "Carriers").
@Suite struct CarrierTests {
  /// The seal in a payload: seven bytes are 17 digits, the rest by its length.
  private static func seal(_ payload: String) throws -> [UInt8] {
    var digits = try #require(payload.split(separator: "#").last)
    let rest = [3: 1, 5: 2, 8: 3, 10: 4, 13: 5, 15: 6]
    var seal: [UInt8] = []
    while !digits.isEmpty {
      let block = digits.prefix(17)
      let count = block.count == 17 ? 7 : try #require(rest[block.count])
      let number = try #require(UInt64(block))
      try #require(number >> UInt64(8 * count) == 0)
      seal += (0..<count).reversed().map { UInt8(truncatingIfNeeded: number >> UInt64(8 * $0)) }
      digits = digits.dropFirst(block.count)
    }
    return seal
  }

  /// RFC 9285.
  private static func base45(_ bytes: [UInt8]) -> String {
    let letters = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:")
    var text = ""
    for start in stride(from: 0, to: bytes.count, by: 2) {
      let pair = bytes[start..<min(start + 2, bytes.count)]
      var number = pair.reduce(0) { $0 * 256 + Int($1) }
      for _ in 0...pair.count {
        text.append(letters[number % 45])
        number /= 45
      }
    }
    return text
  }

  @Test func theSignedObject() throws {
    let seal = try Self.seal(IssuedOffice.shared().payload("NOW-1"))
    // Tag 18, four items, a protected header of 1: -8 (EdDSA) and 4: eight bytes; nothing else.
    #expect(Array(seal.prefix(4)) == [0xD2, 0x84, 0x4D, 0xA2])
    #expect(Array(seal[4..<8]) == [0x01, 0x27, 0x04, 0x48] && seal[16] == 0xA0)
    #expect(Array(seal.suffix(66).prefix(2)) == [0x58, 0x40], "64 bytes of signature")
    #expect(seal.count <= 301, "version 13 holds it")
  }

  @Test func everyCarrierIsTaken() throws {
    let office = try IssuedOffice.shared()
    let payload = try office.payload("NOW-1")
    let digits = String(try #require(payload.split(separator: "#").last))
    let other = Self.base45(try Self.seal(payload))
    let rows: [(text: String, why: String)] = [
      (payload, "the link"), (digits, "the bare digits"), ("TG1:" + other, "base45"),
      (other, "the bare base45 text"), ("\r\n \(payload)\t\n", "white space around the link"),
      ("\n\(digits)\n", "white space around the digits"), (" TG1:\(other)\n", "around base45"),
    ]
    for row in rows {
      let run = try office.workshop.tamga(
        "verify", "-", "--trust", "trust", "--json", input: Data(row.text.utf8))
      #expect(run.status == 0, "\(row.why): \(run.errors)\(run.text)")
      #expect(try JSON.one(run.output)["verdict"] == "valid", "\(row.why)")
    }
    let wrong: [(text: String, why: String)] = [
      ("TG1:" + digits, "digits under the mark of base45"), ("TG1:" + other.lowercased(), "small"),
      ("TG1:" + other.dropLast(3), "cut"), ("TG2:" + other, "another mark"),
      (digits + "0", "a digit too many"), (digits.dropLast() + "٣", "a digit of another script"),
      ("https://tamga.example/v#" + other, "base45 in the link"),
    ]
    for row in wrong {
      let run = try office.workshop.tamga(
        "verify", "-", "--trust", "trust", "--json", input: Data(row.text.utf8))
      #expect([4, 5].contains(run.status), "\(row.why): \(run.status) \(run.errors)")
    }
  }

  @Test func aForeignHostIsFlagged() throws {
    let office = try IssuedOffice.shared()
    let payload = try office.payload("NOW-1")
    for host in ["evil.example", "tamga.example.evil.example", "xn--tamg-5na.example"] {
      let text = payload.replacing("tamga.example", with: host)
      let run = try office.workshop.tamga("verify", text, "--trust", "trust", "--json")
      let verdict = try JSON.one(run.output)
      let codes = verdict["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(codes.contains("foreign-host"), "\(host): \(codes)")
      #expect(verdict["genuine"] == true, "the seal itself is")
    }
  }
}
