import TamgaDomain
import TamgaFormats

extension PaperClaims {
  private static let papers: Int64 = -65537
  private static let body: Int64 = -1
  private static let signed: Int64 = -2
  /// Was a hash of a passport that is not printed, which a search of all passports gives away. Never written
  /// and never used for another claim; ignored in seals that have it.
  private static let retired: Int64 = 9

  /// Refuses claims that reading would not take back.
  ///
  /// - Throws: ``ClaimFault`` with the key in question.
  public func check() throws(ClaimFault) {
    try Self.text(issuer, 1, 1...ClaimLimit.issuer)
    for (key, time) in [(Int64(4), expires), (5, notBefore), (6, sealedAt)] {
      if let time, !(0...ClaimLimit.time).contains(time) { throw .value(key) }
    }
    if let notBefore, let expires, notBefore > expires { throw .order }
    guard id.count == ClaimLimit.id else { throw .value(7) }
    try Self.text(document, 1, 1...ClaimLimit.document * 4)
    guard document.count <= ClaimLimit.document else { throw .value(1) }
    try Self.text(number, 2, 1...ClaimLimit.number)
    guard (0...ClaimLimit.copy).contains(copy) else { throw .value(3) }
    if let name { try Self.text(name, 4, 1...ClaimLimit.name) }
    if let passport { try Self.text(passport, 5, 1...ClaimLimit.passport) }
    if let citizenship, !Self.isAlpha3(citizenship) { throw .value(6) }
    guard digest.count == ClaimLimit.digest else { throw .value(8) }
    if let body, !(0..<ClaimLimit.bodies).contains(body) { throw .value(Self.body) }
    if let files, files.count != ClaimLimit.digest { throw .value(ClaimLimit.filesKey) }
    guard further.count <= ClaimLimit.furtherCount else { throw .value(10) }
    for (key, value) in further {
      guard ClaimLimit.furtherKeys.contains(key), key != ClaimLimit.filesKey || files == nil else {
        throw .unknown(key)
      }
      switch value {
      case .text(let text): try Self.text(text, key, 1...ClaimLimit.further)
      case .bytes(let bytes):
        guard (1...ClaimLimit.further).contains(bytes.count) else { throw .value(key) }
      case .count(let count):
        guard count <= UInt64(Int64.max) else { throw .value(key) }
      }
    }
  }

  private static func text(
    _ text: String, _ key: Int64, _ bytes: ClosedRange<Int>
  ) throws(ClaimFault) {
    // Controls and directions could make a verdict look like another one.
    let isPlain = text.unicodeScalars.allSatisfy {
      // Most of a paper's are of ASCII.
      if $0.isASCII { return $0.value >= 0x20 && $0.value != 0x7F }
      switch $0.properties.generalCategory {
      case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned,
        .surrogate:
        return false
      default: return true
      }
    }
    guard bytes.contains(text.utf8.count), isPlain else { throw .value(key) }
  }

  private static func isAlpha3(_ text: String) -> Bool {
    text.utf8.count == 3
      && text.utf8.allSatisfy { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) }
  }

  /// The CWT claims set (RFC 8392 section 3).
  var encoded: [UInt8] {
    var paper: [CBOR.Entry] = [
      .init(.unsigned(1), .text(document)), .init(.unsigned(2), .text(number)),
      .init(.unsigned(3), .unsigned(UInt64(copy))),
      .init(.unsigned(7), .unsigned(status.claim)), .init(.unsigned(8), .bytes(digest)),
    ]
    if let name { paper.append(.init(.unsigned(4), .text(name))) }
    if let passport { paper.append(.init(.unsigned(5), .text(passport))) }
    if let citizenship { paper.append(.init(.unsigned(6), .text(citizenship))) }
    if let body { paper.append(.init(.integer(Self.body), .unsigned(UInt64(body)))) }
    if let files { paper.append(.init(.integer(ClaimLimit.filesKey), .bytes(files))) }
    if isSigned { paper.append(.init(.integer(Self.signed), .unsigned(1))) }
    for (key, value) in further { paper.append(.init(.integer(key), value.cbor)) }
    return CBOR.claims([
      1: .text(issuer), 4: expires.map(CBOR.integer), 5: notBefore.map(CBOR.integer),
      6: .integer(sealedAt), 7: .bytes(id), Self.papers: .map(paper),
    ]).encoded
  }

  /// Reads a claims set whose signature holds.
  init(_ bytes: [UInt8]) throws(ClaimFault) {
    guard let value = try? CBORReader.read(bytes, limit: UnverifiedSeal.byteLimit),
      var claims = ClaimMap(value)
    else { throw .encoding }
    guard let issuer = claims.take(1) else { throw .missing(1) }
    guard let sealedAt = claims.take(6) else { throw .missing(6) }
    guard let id = claims.take(7) else { throw .missing(7) }
    let expires = try Self.time(claims.take(4), 4)
    let notBefore = try Self.time(claims.take(5), 5)
    guard let papers = claims.take(Self.papers) else { throw .missing(Self.papers) }
    if let key = claims.rest.first { throw .unknown(key) }
    guard var paper = ClaimMap(papers) else { throw .type(Self.papers) }

    guard let document = paper.take(1) else { throw .missing(1) }
    guard let number = paper.take(2) else { throw .missing(2) }
    guard let copy = paper.take(3) else { throw .missing(3) }
    guard let status = paper.take(7) else { throw .missing(7) }
    guard let digest = paper.take(8) else { throw .missing(8) }
    guard let claim = status.unsigned else { throw .type(7) }
    guard let index = StatusIndex(claim: claim) else { throw .value(7) }
    guard let copies = copy.unsigned else { throw .type(3) }
    guard let copyNumber = Int(exactly: copies) else { throw .value(3) }
    self.init(
      issuer: try Self.text(issuer, 1), notBefore: notBefore, expires: expires,
      sealedAt: try Self.time(sealedAt, 6) ?? 0, id: try Self.bytes(id, 7),
      document: try Self.text(document, 1), number: try Self.text(number, 2), copy: copyNumber,
      name: try paper.take(4).map { value throws(ClaimFault) in try Self.text(value, 4) },
      passport: try paper.take(5).map { value throws(ClaimFault) in try Self.text(value, 5) },
      citizenship: try paper.take(6).map { value throws(ClaimFault) in try Self.text(value, 6) },
      status: index, digest: try Self.bytes(digest, 8),
      body: try paper.take(Self.body).map { value throws(ClaimFault) in
        guard let place = value.unsigned else { throw .type(Self.body) }
        guard let place = Int(exactly: place) else { throw .value(Self.body) }
        return place
      })
    if let value = paper.take(Self.signed) {
      // Present and true, or absent: one value has one encoding.
      guard let flag = value.unsigned else { throw .type(Self.signed) }
      guard flag == 1 else { throw .value(Self.signed) }
      isSigned = true
    }
    _ = paper.take(Self.retired)
    for key in paper.rest {
      guard ClaimLimit.furtherKeys.contains(key) else { throw .unknown(key) }
      guard let value = paper.take(key).flatMap(FurtherValue.init(cbor:)) else { throw .type(key) }
      if key == ClaimLimit.filesKey, case .bytes(let digest) = value {
        files = digest
      } else {
        further[key] = value
      }
    }
    try check()
  }

  private static func text(_ value: CBOR, _ key: Int64) throws(ClaimFault) -> String {
    guard let text = value.text else { throw .type(key) }
    return text
  }

  private static func bytes(_ value: CBOR, _ key: Int64) throws(ClaimFault) -> [UInt8] {
    guard let bytes = value.bytes else { throw .type(key) }
    return bytes
  }

  private static func time(_ value: CBOR?, _ key: Int64) throws(ClaimFault) -> Int64? {
    guard let value else { return nil }
    guard let seconds = value.unsigned else { throw .type(key) }
    guard let time = Int64(exactly: seconds) else { throw .value(key) }
    return time
  }
}
