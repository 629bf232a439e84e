internal import Crypto
import TamgaDomain
import TamgaPDF
import TamgaRegister
import TamgaSignature

/// Signs the files of sealed papers and keeps the signatures before the files are written.
extension IssuingLane {
  /// The orders with the signatures that an earlier run kept of them.
  func withSignatures(_ orders: [PaperOrder], _ office: Office) throws -> [PaperOrder] {
    let serials = orders.filter { $0.laidOut.signer != nil }.map(\.reservation.paper.serial)
    guard !serials.isEmpty else { return orders }
    let kept = try office.register.signatures(of: serials)
    return orders.map { order in
      var order = order
      order.signature = kept[order.reservation.paper.serial]
      return order
    }
  }

  /// Puts signatures into the files that keep room for one. Where another run was first, the paper is made
  /// again with that one's signature.
  func sign(
    _ orders: [PaperOrder], _ attempts: inout [Attempt], _ office: Office,
    _ destination: Destination
  ) async throws {
    let made = attempts
    guard made.contains(where: { (try? $0.get())?.signable != nil }) else { return }
    var (indices, records): ([Int], [SignatureRecord]) = ([], [])
    let signed = zip(orders, made).map { order, attempt in Self.signature(of: order, attempt) }
    for (index, signature) in signed.enumerated() {
      switch signature {
      case .success(let record?):
        indices.append(index)
        records.append(record)
      case .failure(let failure): attempts[index] = .failure(failure)
      case .success(nil): break
      }
    }
    try office.register.add(Self.certificates(orders), by: destination.agent, at: office.now())
    let outcomes = try Self.isolating(records) {
      try office.register.keep($0, by: destination.agent, at: office.now())
    }
    for ((index, record), outcome) in zip(zip(indices, records), outcomes) {
      switch outcome {
      case .success(.kept): attempts[index] = Self.signed(attempts[index], record)
      case .success(.keptBefore(let first)):
        var order = orders[index]
        order.signature = first
        // That run sealed it as well.
        order.seal = try? attempts[index].get().seal
        do {
          attempts[index] = Self.signed(.success(try await renderer.make(order, office)), first)
        } catch {
          attempts[index] = .failure(Failure(error))
        }
      case .success(.refused(let error)), .failure(let error):
        attempts[index] = .failure(Failure(error))
      }
    }
  }

  /// The signature of a paper that was made, as an earlier run kept it or a new one; nil for a paper that
  /// nobody signs.
  private static func signature(
    of order: PaperOrder, _ attempt: Attempt
  ) -> Result<SignatureRecord?, Failure> {
    guard case .success(let made) = attempt, let signable = made.signable,
      let signer = order.laidOut.signer
    else { return .success(nil) }
    if let kept = order.signature { return .success(kept) }
    do throws(SignatureError) {
      let signature = try signer.signature(over: signable.content)
      return .success(
        SignatureRecord(
          serial: order.reservation.paper.serial, room: signer.room,
          certificate: signer.signer.certificate.sha256, bytes: signature))
    } catch {
      return .failure(Failure(error))
    }
  }

  private static func certificates(_ orders: [PaperOrder]) -> [RegisteredCertificate] {
    var certificates: [RegisteredCertificate] = []
    for order in orders {
      guard let certificate = order.laidOut.signer?.signer.certificate else { continue }
      let one = RegisteredCertificate(
        body: order.reservation.paper.issuingBody, bytes: certificate.bytes, root: certificate.root)
      if !certificates.contains(one) { certificates.append(one) }
    }
    return certificates
  }

  private static func signed(_ attempt: Attempt, _ record: SignatureRecord) -> Attempt {
    guard case .success(let made) = attempt, let signable = made.signable else { return attempt }
    // The same bytes as in the run that signed them, or the signature would not hold.
    guard SignatureCheck.covers(record.bytes, signable.content),
      let bytes = signable.signed(record.bytes)
    else { return .failure(Failure(DocumentRenderer.changed(made.number))) }
    return .success(made.signed(bytes, sha256: Array(SHA256.hash(data: bytes))))
  }
}
