internal import Synchronization
internal import TamgaDomain
public import TamgaIssue
internal import TamgaKeys
internal import TamgaRegister
internal import TamgaSeal
public import TamgaVerify

extension Office {
  /// What the office itself knows, in the shape of a trust bundle's state.
  public func trustState() -> TrustState {
    let register = register
    // What another process changed counts at once; a folder in the middle of a change counts as it was.
    try? keys.refresh()
    let keys = keys.issuing
    let fonts = KnownFonts(self)
    @Sendable func entry(_ index: StatusIndex) -> PaperEntry? {
      (try? register.paper(at: index)) ?? nil
    }
    var state = TrustState.register(
      office: configuration.office, officeName: configuration.name,
      root: self.keys.rootKey.fingerprint, zone: configuration.zone,
      host: configuration.verifyHost, keys: keys, isTest: self.keys.isTest, kinds: kindEntries,
      bodies: (try? bodyEntries()) ?? [],
      sequence: 0, now: now(), fonts: { fonts.value },
      status: { entry($0)?.status },
      replacement: { entry($0)?.replacedBy?.description },
      isLogged: { seal in
        guard let moment = seal.key.compromisedAt,
          let logged = try? register.sealsLogged(
            kid: seal.key.publicKey.id.bytes, before: moment)
        else { return false }
        return logged.contains(LoggedSeals.prefix(ofSeal: seal.bytes))
      },
      isRegistered: { seal in
        try? register.holdsSeal(sha256: seal.sha256, cti: seal.claims.id)
      })
    state.signers = (try? signersPart())?.bytes
    return state
  }

  /// What the register says of a paper whose code is damaged; nil when number and code do not fit.
  public func facts(number: String, code: String) throws -> RegisterFacts? {
    guard let check = CheckCode(typed: code),
      let paper = try paper(TypedNumber(number), check),
      let seal = try register.seal(of: paper.serial),
      let claims = try? UnverifiedSeal(seal.bytes).verified(by: keys.issuing).claims
    else { return nil }
    return RegisterFacts(
      document: paper.document, number: paper.number.number, copy: paper.number.copy,
      name: claims.name, citizenship: claims.citizenship, validFrom: paper.validFrom,
      validUntil: paper.validUntil, body: claims.body, status: paper.status,
      replacedBy: paper.replacedBy?.description)
  }
}

extension Office {
  private func paper(_ number: TypedNumber, _ code: CheckCode) throws -> PaperEntry? {
    for spelling in number.spellings {
      if let paper = try register.paper(number: spelling, checkCode: code.text) { return paper }
    }
    return nil
  }
}

/// The fonts of the office's papers, read when the first PDF is.
private final class KnownFonts: Sendable {
  private let office: Office
  private let known = Mutex<FontsPart??>(nil)

  init(_ office: Office) { self.office = office }

  var value: FontsPart? {
    known.withLock { known in
      if let known { return known }
      let fonts = office.knownFonts()
      known = .some(fonts)
      return fonts
    }
  }
}
