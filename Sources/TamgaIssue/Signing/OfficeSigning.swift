import Foundation
import Synchronization
import TamgaDomain
import TamgaKeys
import TamgaRegister
import TamgaSeal
import TamgaSignature
import TamgaTemplates
import TamgaToken

/// The signers of an office's issuing bodies. Each is opened when the first of its papers is laid out.
final class OfficeSigning: Sendable {
  private let folder: String
  private let rules: [String: SignatureRule]
  private let passphrases: Passphrases
  private let opened = Mutex<[String: Opening]>([:])

  private enum Opening {
    case done(BodySigner)
    /// Not tried again for a moment, or at all: every wrong PIN costs a token one of its tries.
    case failed(SignatureError, until: ContinuousClock.Instant?)
  }

  init(folder: String, rules: [String: SignatureRule], passphrases: Passphrases) {
    self.folder = folder
    self.rules = rules
    self.passphrases = passphrases
  }

  /// The signer of a body's papers.
  ///
  /// - Returns: nil where the papers of this kind and body are not signed.
  /// - Throws: Where they are and cannot be: before they have a number.
  func signer(
    of kind: DocumentKind, _ body: String, at moment: Int64
  ) throws(SignatureError) -> BodySigner? {
    guard kind.signing != .never else { return nil }
    guard let rule = rules[body] else {
      if kind.signing == .required { throw SignatureError(.noCertificate, body) }
      return nil
    }
    let signer = try opened.withLock { (opened) throws(SignatureError) in
      switch opened[body] {
      case .done(let signer)?: return signer
      case .failed(let error, let until)?:
        guard let until, ContinuousClock.now >= until else { throw error }
      case nil: break
      }
      do throws(SignatureError) {
        let signer = try BodySigner(open(rule, body))
        opened[body] = .done(signer)
        return signer
      } catch {
        opened[body] = .failed(error, until: error.isLasting ? nil : .now + BodySigner.pause)
        throw error
      }
    }
    try signer.check(at: moment, body)
    return signer
  }

  /// The certificate of a body that has one; its key is tried by a signature.
  ///
  /// - Returns: nil without a PIN, which is not asked for here: then the files are there.
  func certificate(
    of body: String, at moment: Int64
  ) throws(SignatureError) -> SigningCertificate? {
    guard let rule = rules[body] else { throw SignatureError(.noCertificate, body) }
    do throws(SignatureError) {
      let signer = try BodySigner(open(rule, body))
      try signer.check(at: moment, body)
      return signer.signer.certificate
    } catch {
      guard error.code == .noPIN else { throw error }
      _ = try read(rule.key.file)
      return nil
    }
  }

  private func open(_ rule: SignatureRule, _ body: String) throws(SignatureError) -> CMSSigner {
    var roots: [[UInt8]] = []
    for root in rule.roots { roots.append(try read(root)) }
    let place =
      switch rule.key {
      case .file(let file): file
      case .token(let token, _): token.label
      }
    let pin: SecretBytes?
    do throws(KeyError) { pin = try passphrases.document(body) } catch {
      throw SignatureError(.noPIN, place)
    }
    return switch rule.key {
    case .file(let file):
      try CMSSigner(
        file: read(file), pin: pin, roots: roots, stamps: rule.stamps, place: place)
    case .token(let token, let certificates):
      try CMSSigner(
        token: token, certificates: read(certificates), pin: pin, roots: roots,
        stamps: rule.stamps, place: certificates)
    }
  }

  private func read(_ name: String) throws(SignatureError) -> [UInt8] {
    let path = name.hasPrefix("/") ? name : folder + "/" + name
    guard let data = FileManager.default.contents(atPath: path) else {
      throw SignatureError(.unreadable, name)
    }
    return Array(data)
  }
}

extension ShownCertificate {
  init(_ certificate: SigningCertificate, _ office: OfficeConfiguration) {
    self.init(
      subject: certificate.subject, serial: certificate.serial,
      from: office.zone.date(of: certificate.validFrom),
      until: office.zone.date(of: certificate.validUntil))
  }
}
