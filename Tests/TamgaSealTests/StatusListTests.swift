import SeededNumbers
import TamgaDomain
import TamgaFormats
import Testing

@testable import TamgaSeal

@Suite struct StatusListTests {
  static let key = Fixture.key(9)

  static func token(_ list: StatusList, by key: SigningKey = key) throws -> [UInt8] {
    try list.signed(host: "tamga.example", issuedAt: 1000, expires: 4600, by: key)
  }

  /// The two-bit example of the draft, section 4.1 and its appendix: twelve statuses in three bytes.
  @Test func exampleOfTheDraft() throws {
    let statuses = [1, 2, 0, 3, 0, 1, 0, 1, 1, 2, 3, 3]
    var given: [Int: PaperStatus] = [:]
    for (position, status) in statuses.enumerated() {
      given[position] = PaperStatus(rawValue: status)
    }
    let list = StatusList(number: 336, size: 12, given)
    let token = try CBORReader.read(Self.token(list), limit: 1024)
    guard case .tagged(18, .array(let parts)) = token,
      let payload = parts[2].bytes, let header = parts[0].bytes
    else {
      Issue.record("a token is a COSE_Sign1")
      return
    }
    let claims = try CBORReader.read(payload, limit: 1024)
    let entries = try #require(claims.entries)
    #expect(entries.map(\.key.integer) == [2, 4, 6, 65533, 65534])
    #expect(entries[0].value == .text("https://tamga.example/status/336"))
    #expect(entries[4].value == .unsigned(3600))
    let packed = try #require(entries[3].value.entries)
    #expect(packed[1].value == .unsigned(2))
    #expect(Deflate.inflated(packed[0].value.bytes ?? [], limit: 3) == [0xC9, 0x44, 0xF9])
    // The draft's own compressed bytes, eNo76fITAAPfAgc in base64url.
    let theirs = try #require(Hex.bytes("78da3be9f2130003df0207"))
    #expect(Deflate.inflated(theirs, limit: 3) == [0xC9, 0x44, 0xF9])
    let typed = try CBORReader.read(header, limit: 64).entries
    #expect(typed?.last?.key == .unsigned(16))
    #expect(typed?.last?.value == .text("application/statuslist+cwt"))
  }

  @Test func readBack() throws {
    var generator = SplitMix(state: 2)
    var given: [Int: PaperStatus] = [:]
    for _ in 0..<500 {
      given[Int.random(in: 0..<5001, using: &generator)] =
        PaperStatus.allCases.randomElement(using: &generator)
    }
    let list = StatusList(number: 0, size: 5001, given)
    let read = try #require(
      StatusList(
        Self.token(list), number: 0, host: "tamga.example", key: Self.key.publicKey))
    for position in 0..<5001 { #expect(read[position: position] == given[position] ?? .valid) }
    #expect(read[position: 5004] == nil)
    #expect(read[position: -1] == nil)
  }

  @Test func refusals() throws {
    let list = StatusList(number: 5, size: 100, [7: .revoked])
    let token = try Self.token(list)
    func read(
      _ token: [UInt8], number: Int = 5, host: String = "tamga.example",
      key: SigningKey = StatusListTests.key
    ) -> StatusList? {
      StatusList(token, number: number, host: host, key: key.publicKey)
    }
    #expect(read(token) == list)
    #expect(read(token, number: 6) == nil, "the list of another year")
    #expect(read(token, host: "other.example") == nil, "another office")
    #expect(read(token, key: Fixture.key(8)) == nil, "another key")
    for bit in 0..<8 * token.count {
      var flipped = token
      flipped[bit / 8] ^= 1 << UInt8(bit % 8)
      #expect(read(flipped) == nil, "bit \(bit)")
    }
  }

  /// A list that inflates to more than any list has is refused while inflating.
  @Test func bomb() throws {
    let packed = Deflate.compressed([UInt8](repeating: 0, count: StatusList.byteLimit + 1))
    #expect(packed.count < 2000)
    #expect(Deflate.inflated(packed, limit: StatusList.byteLimit) == nil)
    #expect(Deflate.inflated(packed, limit: StatusList.byteLimit + 1) != nil)
    #expect(Deflate.inflated(packed + [0], limit: 1 << 20) == nil, "a byte after the end")
    #expect(Deflate.inflated(Array(packed.dropLast()), limit: 1 << 20) == nil, "cut off")
    #expect(Deflate.inflated([], limit: 100) == nil)
  }

  @Test func numbers() {
    #expect(StatusList.number(expiring: 2021) == 336)
    #expect(StatusList.number(expiring: 2021, ordinal: 3) == 339)
    #expect(StatusList.number(expiring: nil, ordinal: 2) == 2)
    #expect(StatusList.number(expiring: 2000) == nil, "the lists of papers without a term")
    #expect(StatusList.number(expiring: 2512) == nil)
    #expect(StatusList.number(expiring: 2021, ordinal: 16) == nil)
    #expect(StatusList.year(of: 339) == 2021)
    #expect(StatusList.year(of: 15) == nil)
    let days = ["2020-12-31", "2021-12-31", "2022-01-01"].compactMap(CalendarDate.init(iso:))
    #expect(days.map { StatusList.isKept(339, on: $0) } == [true, true, false])
    #expect(days.map { StatusList.isKept(15, on: $0) } == [true, true, true])
  }
}
