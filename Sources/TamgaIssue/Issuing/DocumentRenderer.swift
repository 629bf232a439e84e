internal import Crypto
import TamgaDomain
internal import TamgaFormats
import TamgaKeys
import TamgaLaw
import TamgaLayout
import TamgaOptics
import TamgaPDF
import TamgaRegister
import TamgaSeal
import TamgaSignature
import TamgaTemplates

/// Fills, lays out, seals and draws papers. One for each worker, since fonts are not shared.
actor DocumentRenderer {
  private let settings: RenderSettings
  private let filling: TemplateFiller
  private let trial: SealTrial
  /// Seconds since 1970.
  private let now: @Sendable () -> Int64
  private var loaded: Typesetter?
  private var layouts = KeptLayouts()

  /// - Parameter loadsFonts: False to load them with the first paper.
  init(
    _ settings: RenderSettings, loadsFonts: Bool,
    now: @escaping @Sendable () -> Int64 = Office.systemClock
  ) throws {
    self.now = now
    self.settings = settings
    filling = TemplateFiller(
      library: settings.library, host: settings.host,
      isSignedElectronically: settings.isSignedElectronically)
    trial = SealTrial(settings)
    loaded = loadsFonts ? try settings.typesetter() : nil
  }

  private func typesetter() throws -> Typesetter {
    if let loaded { return loaded }
    let typesetter = try settings.typesetter()
    loaded = typesetter
    return typesetter
  }

  /// - Throws: Where a font is missing or another one than the pinned.
  func loadFonts() throws { _ = try typesetter() }

  /// Never frees its texts and drawings: to do so one by one takes as long as some twenty papers, and the end of the
  /// process does it at once.
  func keepCachesForever() {
    if let loaded { _ = Unmanaged.passRetained(loaded) }
  }

  // MARK: before the number

  /// What came of the layout of a decision's papers.
  enum Layout: Sendable {
    case laidOut([LaidOutPaper])
    /// The record is at fault.
    case rejected(Finding)
    /// The machine is at fault.
    case failed(Finding)
  }

  /// Lays every paper of a decision out with a provisional number.
  ///
  /// - Throws: Where the fonts are missing.
  func layOut(_ papers: [LawfulPaper]) throws -> Layout {
    let typesetter = try typesetter()
    var laidOut: [LaidOutPaper] = []
    var first: DocumentNumber?
    for paper in papers {
      let decision = paper.examined.decision
      guard let number = ProvisionalNumber(paper.request, previous: paper.previousNumber) else {
        return .failed(Failure(ProvisionalNumber.unusable(paper.request.issuingBody)).finding)
      }
      first = first ?? number.printed
      do {
        let signer = try settings.signing?.signer(
          of: decision.kind, paper.request.issuingBody, at: now())
        let document = try filling.fill(
          paper.examined, number: number.printed.number, copy: 0,
          setting: Self.settings(paper, first?.number),
          certificate: signer.flatMap { settings.shown($0.signer.certificate) })
        let composition = try typesetter.compose(document)
        guard composition.pageCount <= Typesetter.recordPages else {
          return .rejected(LayoutFindings.tooLong(decision))
        }
        if decision.kind.isSealed, let finding = trial.finding(paper, number: number.longest) {
          return .rejected(finding)
        }
        laidOut.append(
          LaidOutPaper(
            paper: paper, document: document, layout: layouts.keep(composition), signer: signer))
      } catch let error as TemplateFaults {
        return .rejected(LayoutFindings.unfilled(Self.message(error)))
      } catch let error as TypesetError where error.code == .tooLong {
        return .rejected(LayoutFindings.tooLong(decision))
      } catch let error as TypesetError where error.code == .missingGlyph {
        return .rejected(LayoutFindings.missingLetter(decision))
      } catch {
        return .failed(Failure(error).finding)
      }
    }
    return .laidOut(laidOut)
  }

  private static func message(_ error: TemplateFaults) -> Message {
    error.faults.first?.message
      ?? Message(
        kk: "нысан толтырылмады", ru: "форма не заполнена", en: "the form could not be filled")
  }

  // MARK: with the number

  /// The same order gives the same bytes: a stored seal brings its own `cti` and time.
  func make(_ order: PaperOrder, _ office: Office) throws -> MadePaper {
    let paper = order.reservation.paper
    let decision = order.laidOut.paper.examined.decision
    let composition = try composed(order)
    let document = composition.document
    let stored = order.seal ?? order.reservation.seal
    if !decision.kind.isSealed { return try form(order, composition, stored, office) }
    // The text is final: only now is the seal's own number drawn.
    let cti = stored?.cti ?? RandomBytes.drawn(16)
    let sealedAt = stored?.issuedAt ?? office.now()
    let texts = composition.complete(checkCode: CheckCode(cti: cti).printed)
    let digest = PrintedDigest.of(pages: texts, cti: cti)
    guard let body = settings.bodies[paper.issuingBody] else {
      throw Self.unlistedBody(paper.issuingBody)
    }
    var claims = PaperClaims(
      of: decision, settings, number: paper.number, status: paper.statusIndex, id: cti,
      sealedAt: sealedAt, digest: digest, body: body, isSigned: order.laidOut.signer != nil)
    var data = document.data?.bytes(
      issuer: settings.issuer, number: paper.number.number, copy: paper.number.copy,
      first: order.firstNumber?.number, languageRuns: composition.languageRuns)
    claims.files = data.map { data in
      PrintedDigest.of(files: [.init(name: PaperData.fileName, content: data)], cti: cti)
    }
    let seal: SealRecord
    let code: ModuleGrid
    if let stored {
      if try check(stored, against: claims, office).files == nil { data = nil }
      code = try symbol(of: stored.bytes)
      seal = stored
    } else {
      let signer = try office.keys.signer(at: sealedAt)
      let made = try sealed(claims, by: signer)
      if !made.hasFiles { data = nil }
      code = made.code
      seal = SealRecord(
        serial: paper.serial, cti: cti, issuedAt: sealedAt, kid: signer.publicKey.id.bytes,
        checkCode: claims.checkCode.text, bytes: made.seal)
    }
    let number = paper.number.description
    if let signer = order.laidOut.signer {
      let room = order.signature?.room ?? signer.room
      guard
        let file = try composition.signable(
          code: code, id: cti, data: data, created: sealedAt, room: room)
      else { throw Self.unsignable(number) }
      return MadePaper(
        number: number, isSealed: true, seal: seal, bytes: file.bytes, sha256: [],
        pages: composition.pageCount, signable: file)
    }
    let bytes = try composition.pdf(code: code, id: cti, data: data, created: sealedAt)
    return MadePaper(
      number: number, isSealed: true, seal: seal, bytes: bytes,
      sha256: Array(SHA256.hash(data: bytes)), pages: composition.pageCount)
  }

  private func symbol(of seal: [UInt8]) throws(QRError) -> ModuleGrid {
    try QRSymbol.encode(PayloadText.link(host: settings.host, seal))
  }

  /// Where the code has no room for the digest of the file inside, the paper has neither.
  private func sealed(
    _ claims: PaperClaims, by signer: any Signer
  ) throws -> (seal: [UInt8], code: ModuleGrid, hasFiles: Bool) {
    let seal = try Seal.signed(claims, by: signer)
    do {
      return (seal, try symbol(of: seal), claims.files != nil)
    } catch {
      guard error.code == .tooLong, claims.files != nil else { throw error }
      var claims = claims
      claims.files = nil
      return try sealed(claims, by: signer)
    }
  }

  /// The layout with the number: that with the provisional one, where it is still here, with other digits.
  private func composed(_ order: PaperOrder) throws -> Composition {
    let number = order.reservation.paper.number
    var first: String?
    if case .text(let text)? = Self.settings(order.laidOut.paper, order.firstNumber?.number).values
      .first
    {
      first = text.kk
    }
    let typesetter = try typesetter()
    if let provisional = layouts.take(order.laidOut.layout) {
      return try typesetter.compose(
        provisional, number: number.number, copy: number.copy, first: first)
    }
    return try typesetter.compose(
      order.laidOut.document.numbered(number.number, copy: number.copy, first: first))
  }

  /// A form that an applicant signs carries no code; the register keeps an empty seal for it.
  private func form(
    _ order: PaperOrder, _ composition: Composition, _ stored: SealRecord?, _ office: Office
  ) throws -> MadePaper {
    composition.completeWithoutSeal()
    let id = stored?.cti ?? RandomBytes.drawn(16)
    let seal =
      stored
      ?? SealRecord(
        serial: order.reservation.paper.serial, cti: id, issuedAt: office.now(),
        kid: Array(repeating: 0, count: KeyID.length), checkCode: CheckCode(cti: id).text,
        bytes: Self.noSeal)
    let bytes = try composition.form(id: seal.cti, created: seal.issuedAt)
    return MadePaper(
      number: order.reservation.paper.number.description, isSealed: false, seal: seal,
      bytes: bytes, sha256: Array(SHA256.hash(data: bytes)), pages: composition.pageCount)
  }

  /// CBOR null.
  private static let noSeal: [UInt8] = [0xF6]

  /// A further paper prints the number of the first where its form names that field.
  private static func settings(_ paper: LawfulPaper, _ number: String?) -> [String: FieldValue] {
    guard let first = paper.first, let number,
      first.number.field != paper.examined.decision.kind.number.field
    else { return [:] }
    return [first.number.field: .text(Bilingual(both: number))]
  }

  /// A seal that an earlier run stored must be the seal of the text that is printed now.
  ///
  /// - Returns: What it says.
  private func check(
    _ stored: SealRecord, against claims: PaperClaims, _ office: Office
  ) throws -> PaperClaims {
    let verified = try UnverifiedSeal(stored.bytes).verified(by: office.keys.issuing)
    if let moment = verified.key.compromisedAt {
      let prefix = LoggedSeals.prefix(ofSeal: stored.bytes)
      guard try office.register.sealsLogged(kid: stored.kid, before: moment).contains(prefix)
      else { throw Self.lostKey(claims.paper) }
    }
    var expected = claims
    // A run that began before seals named the body.
    if verified.claims.body == nil { expected.body = nil }
    // Before papers had a file inside, or where there was no room for its digest.
    if verified.claims.files == nil { expected.files = nil }
    guard verified.claims == expected else { throw Self.changed(claims.paper) }
    return verified.claims
  }
}
