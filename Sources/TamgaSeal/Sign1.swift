import TamgaFormats

/// A COSE_Sign1 object (RFC 9052 section 4.2) in the one form that Tamga writes and reads: tag 18,
/// everything in the protected header, nothing in the other.
struct Sign1 {
  static let tag: UInt64 = 18
  /// Bytes of a signature of either algorithm.
  static let signatureLength = 64

  /// Values of the frame: the tag, the array, its four parts, and the headers.
  private static let frameValues = 16

  let algorithm: SignatureAlgorithm
  let keyID: KeyID
  /// The header `typ` (RFC 9596), which keeps one kind of object from passing for another.
  let type: String?
  let payload: [UInt8]
  private let protected: [UInt8]
  private let signature: [UInt8]

  /// Signs `payload` and gives the bytes of the whole object.
  ///
  /// - Throws: What the signer throws.
  static func signed(
    _ payload: [UInt8], type: String? = nil, by signer: some Signer
  ) throws -> [UInt8] {
    let key = signer.publicKey
    let protected = CBOR.claims([
      1: .integer(key.algorithm.coseNumber), 4: .bytes(key.id.bytes), 16: type.map(CBOR.text),
    ]).encoded
    var signature = try signer.signature(over: toBeSigned(protected, payload))
    if key.algorithm == .es256 { signature = LowS.normalised(signature) }
    return CBOR.tagged(
      tag, .array([.bytes(protected), .map([]), .bytes(payload), .bytes(signature)])
    ).encoded
  }

  /// Takes the object apart without looking into its payload.
  init(_ bytes: [UInt8], limit: Int, type expected: String? = nil) throws(SealFault) {
    guard bytes.count <= limit else { throw .tooLong }
    guard let value = try? CBORReader.read(bytes, limit: limit, values: Self.frameValues) else {
      throw .encoding
    }
    guard case .tagged(Self.tag, .array(let parts)) = value, parts.count == 4,
      let protected = parts[0].bytes, let unprotected = parts[1].entries,
      let payload = parts[2].bytes, let signature = parts[3].bytes
    else { throw .structure }
    guard unprotected.isEmpty else { throw .header }
    guard let header = try? CBORReader.read(protected, limit: limit, values: Self.frameValues)
    else { throw .encoding }
    guard var header = ClaimMap(header) else { throw .header }
    guard let number = header.take(1)?.integer else { throw .header }
    guard let algorithm = SignatureAlgorithm(coseNumber: number) else { throw .algorithm }
    guard let keyID = header.take(4)?.bytes.flatMap(KeyID.init) else { throw .header }
    let type = header.take(16)
    guard header.rest.isEmpty, type == expected.map(CBOR.text) else { throw .header }
    guard signature.count == Self.signatureLength else { throw .signatureForm }
    self.algorithm = algorithm
    self.keyID = keyID
    self.type = expected
    self.payload = payload
    self.protected = protected
    self.signature = signature
  }

  /// The first of `keys` that made the signature.
  ///
  /// A key id is no proof: every key that has it is tried (RFC 9052 section 3.1, `kid`).
  func signer<Key>(
    among keys: some Sequence<Key>, _ publicKey: (Key) -> PublicKey
  ) throws(SealFault) -> Key {
    let named = keys.filter { publicKey($0).id == keyID }
    guard !named.isEmpty else { throw .unknownKey }
    let able = named.filter { publicKey($0).algorithm == algorithm }
    guard !able.isEmpty else { throw .keyAlgorithm }
    if algorithm == .es256, LowS.isHigh(signature) { throw .signatureForm }
    let message = Self.toBeSigned(protected, payload)
    guard let key = able.first(where: { publicKey($0).accepts(signature, over: message) }) else {
      throw .signature
    }
    return key
  }

  /// The Sig_structure of RFC 9052 section 4.4, without external data.
  private static func toBeSigned(_ protected: [UInt8], _ payload: [UInt8]) -> [UInt8] {
    CBOR.array([.text("Signature1"), .bytes(protected), .bytes([]), .bytes(payload)]).encoded
  }
}
