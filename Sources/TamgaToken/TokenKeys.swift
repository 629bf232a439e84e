internal import CPKCS11
public import TamgaSeal

/// Making keys in tokens.
public enum TokenKeys {
  /// Bytes of the id that a new key gets.
  private static let idLength = 16

  /// Makes a key pair in the token: the private half can be neither read nor taken out.
  ///
  /// - Parameter name: What the token's own program shows beside the key.
  public static func make(
    _ algorithm: SignatureAlgorithm, in label: String, module path: String, name: String,
    pin: SecretBytes
  ) throws(TokenError) -> (reference: TokenReference, publicKey: PublicKey) {
    let module = try TokenModule(path: path)
    let id = (0..<idLength).map { _ in UInt8.random(in: .min ... .max) }
    guard let reference = TokenReference(module: path, label: label, object: id) else {
      throw TokenError(.noToken, label)
    }
    let session = try TokenSession.open(module, label: label, pin: pin, writes: true)
    var refusal = TokenError(.algorithm, label)
    for curve in algorithm.curves {
      do throws(TokenError) {
        let object = try session.generate(
          algorithm.generation, public: publicHalf(algorithm, id, name, curve),
          private: privateHalf(algorithm, id, name))
        let point = try session.value(UInt(CKA_EC_POINT), of: object)
        guard let key = algorithm.publicKey(point: point) else {
          throw TokenError(.algorithm, label)
        }
        return (reference, key)
      } catch {
        // The other name of the curve may be the one that this token knows.
        refusal = error
      }
    }
    throw refusal
  }

  private static func publicHalf(
    _ algorithm: SignatureAlgorithm, _ id: [UInt8], _ name: String, _ curve: [UInt8]
  ) -> TokenAttributes {
    var half = common(algorithm, id, name)
    half.add(UInt(CKA_VERIFY), flag: true)
    half.add(UInt(CKA_EC_PARAMS), bytes: curve)
    return half
  }

  private static func privateHalf(
    _ algorithm: SignatureAlgorithm, _ id: [UInt8], _ name: String
  ) -> TokenAttributes {
    var half = common(algorithm, id, name)
    half.add(UInt(CKA_PRIVATE), flag: true)
    half.add(UInt(CKA_SENSITIVE), flag: true)
    half.add(UInt(CKA_EXTRACTABLE), flag: false)
    half.add(UInt(CKA_SIGN), flag: true)
    return half
  }

  private static func common(
    _ algorithm: SignatureAlgorithm, _ id: [UInt8], _ name: String
  ) -> TokenAttributes {
    var half = TokenAttributes()
    half.add(UInt(CKA_TOKEN), flag: true)
    half.add(UInt(CKA_KEY_TYPE), number: algorithm.keyType)
    half.add(UInt(CKA_ID), bytes: id)
    half.add(UInt(CKA_LABEL), bytes: Array(name.utf8))
    return half
  }
}
