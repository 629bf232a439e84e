internal import TamgaFormats
internal import TamgaPaperFile

/// A paper's file as the store keeps it: what is its own, and the names of the parts that further papers
/// have too. See the page Store.
///
/// `TAMGA PAPER 1` and a line end, then a zlib stream (RFC 1950) of a deterministic CBOR array
/// (RFC 8949): a byte string is a piece of the file, an array of one byte string of 32 the SHA-256 of a
/// part that stands in its place.
struct StoredPaper: Hashable {
  enum Piece: Hashable {
    case own([UInt8])
    case part(sha256: [UInt8])
  }

  let pieces: [Piece]

  private static let heading = Array("TAMGA PAPER 1\n".utf8)
  /// Bytes of an own part once unpacked; no paper comes near.
  private static let limit = 64 << 20

  init(pieces: [Piece]) { self.pieces = pieces }

  /// - Returns: Nil for bytes of another form.
  init?(_ bytes: [UInt8]) {
    guard bytes.starts(with: Self.heading),
      let plain = Inflater.inflated(bytes[Self.heading.count...], limit: Self.limit),
      let items = try? CBORReader.read(plain, limit: Self.limit).array
    else { return nil }
    var pieces: [Piece] = []
    for item in items {
      switch item {
      case .bytes(let own): pieces.append(.own(own))
      case .array(let name):
        guard name.count == 1, let sum = name[0].bytes, sum.count == 32 else { return nil }
        pieces.append(.part(sha256: sum))
      default: return nil
      }
    }
    self.pieces = pieces
  }

  /// Not packed: what an own part has is packed already but for a tenth, which cost a twentieth of the time
  /// of issuing.
  var bytes: [UInt8] {
    let items = pieces.map { piece -> CBOR in
      switch piece {
      case .own(let own): .bytes(own)
      case .part(let sum): .array([.bytes(sum)])
      }
    }
    return Self.heading + Deflater(level: 0).deflated(CBOR.array(items).encoded)
  }

  /// The parts that it names, each once, in order.
  var parts: [[UInt8]] {
    var seen: Set<[UInt8]> = []
    return pieces.compactMap { piece in
      guard case .part(let sum) = piece, seen.insert(sum).inserted else { return nil }
      return sum
    }
  }
}
