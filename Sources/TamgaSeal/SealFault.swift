public import TamgaDomain

/// Why a seal is not genuine. These are causes of a verdict: none of them stops a verifier.
public enum SealFault: Problem, Hashable {
  /// More bytes than ``UnverifiedSeal/byteLimit``.
  case tooLong
  /// The bytes are no deterministic CBOR (RFC 8949 section 4.2.1).
  case encoding
  /// CBOR, but not a COSE_Sign1 with tag 18 (RFC 9052 section 4.2).
  case structure
  /// The protected header holds other than `alg` and `kid`, or the unprotected one is not empty.
  case header
  /// `alg` is neither EdDSA nor ES256.
  case algorithm
  /// The signature is not 64 bytes, or an ES256 one has its s in the upper half.
  case signatureForm
  /// No trusted key has this key id.
  case unknownKey
  /// The trusted keys with this id use another algorithm.
  case keyAlgorithm
  /// No trusted key with this id made the signature.
  case signature
  /// The signature holds, but what it covers are no claims of a paper.
  case claims(ClaimFault)
}

/// What is wrong with a set of claims. Names keys, never values.
public enum ClaimFault: Problem, Hashable {
  /// Not deterministic CBOR, or not maps with whole numbers as keys.
  case encoding
  /// A claim that every paper has is absent.
  case missing(Int64)
  /// Another type than the contract's.
  case type(Int64)
  /// Too long, too short, outside its range, or with characters that no paper prints.
  case value(Int64)
  /// A key that the contract does not know.
  case unknown(Int64)
  /// `nbf` lies after `exp`.
  case order
}
