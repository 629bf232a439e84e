import Synchronization
import TamgaDomain
import TamgaSignature
import TamgaTemplates

/// The signer of one issuing body, with what a trial signature told of it.
final class BodySigner: Sendable {
  let signer: any DocumentSigner
  /// Bytes that files keep free for its signatures.
  let room: Int
  /// Why it does not sign just now, and until when nobody asks it again: a service that is down would hold up
  /// every paper of a batch.
  private let rest = Mutex<(error: SignatureError, until: ContinuousClock.Instant)?>(nil)

  static let pause = Duration.seconds(30)

  init(_ signer: any DocumentSigner) throws(SignatureError) {
    self.signer = signer
    room = try signer.room()
  }

  /// Refuses before a number is given: outside the certificate's term, or while the signer rests.
  func check(at moment: Int64, _ place: String) throws(SignatureError) {
    let certificate = signer.certificate
    guard certificate.isValid(at: moment) else {
      throw SignatureError(moment < certificate.validFrom ? .notYetValid : .expired, place)
    }
    if let rest = rest.withLock({ $0 }), ContinuousClock.now < rest.until { throw rest.error }
  }

  /// As ``DocumentSigner/signature(over:)``; one that would not fit is refused.
  func signature(over content: [UInt8]) throws(SignatureError) -> [UInt8] {
    if let rest = rest.withLock({ $0 }), ContinuousClock.now < rest.until { throw rest.error }
    do throws(SignatureError) {
      let signature = try signer.signature(over: content)
      guard signature.count <= room else {
        throw SignatureError(.tooLong, signer.certificate.subject)
      }
      return signature
    } catch {
      rest.withLock { $0 = (error, ContinuousClock.now + Self.pause) }
      throw error
    }
  }
}
