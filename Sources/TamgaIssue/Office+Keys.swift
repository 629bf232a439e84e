import TamgaKeys
public import TamgaRegister
public import TamgaSeal
public import TamgaTemplates

extension Office {
  /// The papers whose seals a compromised key made and that the register did not log before that
  /// moment: they are genuine no more. Reads every paper.
  public func papersLost(with id: KeyID) throws -> [PaperEntry] {
    guard
      let moment = keys.issuing.first(where: { $0.publicKey.id == id })?.compromisedAt
    else { return [] }
    let all = try register.sealsLogged(kid: id.bytes, before: .max)
    let good = Set(try register.sealsLogged(kid: id.bytes, before: moment))
    let lost = Set(all).subtracting(good)
    guard !lost.isEmpty else { return [] }
    var papers: [PaperEntry] = []
    var last: Int64 = 0
    while true {
      let page = try register.papers(PaperFilter(), after: last, limit: Self.papersOfPage)
      guard let end = page.last else { return papers }
      last = end.serial
      for paper in page where paper.state == .issued {
        guard let seal = try register.seal(of: paper.serial), seal.kid == id.bytes else { continue }
        let prefix = LoggedSeals.prefix(ofSeal: seal.bytes)
        if lost.contains(prefix) { papers.append(paper) }
      }
    }
  }

  private static let papersOfPage = 500
}

extension Office {
  /// The certificate with which a body's papers are signed, its key tried by a signature.
  ///
  /// - Returns: nil where no PIN was given: the files alone were looked for.
  /// - Throws: `SignatureError` where its papers could not be signed now.
  public func signingCertificate(of body: String) throws -> ShownCertificate? {
    try signing.certificate(of: body, at: now()).map { ShownCertificate($0, configuration) }
  }
}
