internal import Crypto
import TamgaDomain
import TamgaKeys
import TamgaLaw
import TamgaOptics
import TamgaRegister
import TamgaSeal
import TamgaTemplates
import TamgaLayout
import TamgaPDF

/// A paper that has its number and waits to be made.
struct PaperOrder: Sendable {
  let examined: ExaminedDecision
  let reservation: Reservation
  /// The kind of the decision's first paper, where this is a further one, and its number.
  var first: DocumentKind?
  var firstNumber: DocumentNumber?
  /// A seal that another run stored first.
  var seal: SealRecord?
}

/// A made paper: its seal is not stored and its file not written yet.
struct MadePaper: Sendable {
  /// False for a form that an applicant signs.
  let isSealed: Bool
  let seal: SealRecord
  let bytes: [UInt8]
  let sha256: [UInt8]
  let pages: Int
}

/// Makes papers: fills, lays out, seals, draws. One for each worker, since fonts are not shared.
actor DocumentRenderer {
  private let typesetter: Typesetter
  private let filling: Filling
  private let office: Office

  init(office: Office) throws {
    self.office = office
    typesetter = try office.typesetter()
    filling = Filling(library: office.library, host: office.configuration.verifyHost)
  }

  /// The same order gives the same bytes: a stored seal brings its own `cti` and time.
  func make(_ order: PaperOrder) throws -> MadePaper {
    let number = order.reservation.paper.number
    let document = try filling.fill(
      order.examined, number: number.number, copy: number.copy, setting: settings(order))
    let composition = try typesetter.compose(document)
    let stored = order.seal ?? order.reservation.seal
    if !order.examined.decision.kind.isSealed {
      return try form(order, composition, stored)
    }
    // The text is final: only now is the seal's own number drawn.
    let cti = stored?.cti ?? (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let sealedAt = stored?.issuedAt ?? office.now()
    let texts = composition.complete(checkCode: CheckCode(cti: cti).printed)
    let digest = PrintedDigest.of(pages: texts, cti: cti)
    let claims = try claims(order, cti: cti, sealedAt: sealedAt, digest: digest)
    let seal: SealRecord
    if let stored {
      try check(stored, against: claims)
      seal = stored
    } else {
      let signer = try office.keys.signer(at: sealedAt)
      let bytes = try Seal.signed(claims, by: signer)
      seal = SealRecord(
        serial: order.reservation.paper.serial, cti: cti, issuedAt: sealedAt,
        kid: signer.publicKey.id.bytes, checkCode: claims.checkCode.text, bytes: bytes)
    }
    let link = PayloadText.link(host: office.configuration.verifyHost, seal.bytes)
    let bytes = try composition.pdf(code: QRSymbol.encode(link), created: sealedAt)
    return MadePaper(
      isSealed: true, seal: seal, bytes: bytes, sha256: Array(SHA256.hash(data: bytes)),
      pages: composition.pageCount)
  }

  /// A form that an applicant signs carries no code; the register keeps an empty seal for it.
  private func form(
    _ order: PaperOrder, _ composition: Composition, _ stored: SealRecord?
  ) throws -> MadePaper {
    composition.completeWithoutSeal()
    let id = stored?.cti ?? (0..<16).map { _ in UInt8.random(in: .min ... .max) }
    let seal =
      stored
      ?? SealRecord(
        serial: order.reservation.paper.serial, cti: id, issuedAt: office.now(),
        kid: Array(repeating: 0, count: KeyID.length), checkCode: CheckCode(cti: id).text,
        bytes: Self.noSeal)
    let bytes = try composition.form(created: seal.issuedAt)
    return MadePaper(
      isSealed: false, seal: seal, bytes: bytes, sha256: Array(SHA256.hash(data: bytes)),
      pages: composition.pageCount)
  }

  /// CBOR null.
  private static let noSeal: [UInt8] = [0xF6]

  /// A further paper prints the number of the first where its form names that field.
  private func settings(_ order: PaperOrder) -> [String: FieldValue] {
    guard let first = order.first, let number = order.firstNumber,
      first.number.field != order.examined.decision.kind.number.field
    else { return [:] }
    return [first.number.field: .text(Bilingual(both: number.number))]
  }

  /// A seal that an earlier run stored must be the seal of the text that is printed now.
  private func check(_ stored: SealRecord, against claims: PaperClaims) throws {
    let verified = try UnverifiedSeal(stored.bytes).verified(by: office.keys.issuing)
    if let moment = verified.key.compromisedAt {
      let prefix = stored.cti.prefix(8).reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
      guard try office.register.sealsLogged(kid: stored.kid, before: moment).contains(prefix)
      else { throw Self.lostKey(claims.paper) }
    }
    guard verified.claims == claims else {
      throw IssueError(
        .templateChanged, claims.paper,
        kk: "құжат мөрленгеннен кейін үлгі немесе баптау өзгерген",
        ru: "после опечатывания бумаги шаблон или настройки изменились",
        en: "the template or the configuration was changed after the paper was sealed",
        hint: Message(
          kk: "бұрынғы үлгіні қайтарыңыз немесе құжатты «tamga void» арқылы жойыңыз",
          ru: "верните прежний шаблон или погасите бумагу: «tamga void»",
          en: "bring the former template back, or void the paper: 'tamga void'"))
    }
  }

  private static func lostKey(_ paper: String) -> IssueError {
    IssueError(
      .seal, paper, kk: "құжаттың мөрі бөтен қолға түскен кілтпен қойылған",
      ru: "печать бумаги сделана ключом, который попал в чужие руки",
      en: "the paper's seal was made with a key that is compromised",
      hint: Message(
        kk: "құжатты «tamga void» арқылы жойып, шешімді жаңа id-мен жіберіңіз",
        ru: "погасите бумагу («tamga void») и подайте решение с новым id",
        en: "void the paper ('tamga void') and issue the decision under a new id"))
  }

  private func claims(
    _ order: PaperOrder, cti: [UInt8], sealedAt: Int64, digest: [UInt8]
  ) throws -> PaperClaims {
    let decision = order.examined.decision
    let declared = decision.kind.claims
    let zone = office.configuration.zone
    let paper = order.reservation.paper
    let language = decision.languages.min() ?? .kk
    func text(_ field: String?) -> String? {
      guard let field, case .text(let text)? = decision.fields[field], !text[language].isEmpty
      else { return nil }
      return text[language]
    }
    func date(_ field: String?) -> CalendarDate? {
      if let field, case .date(let date)? = decision.fields[field] { date } else { nil }
    }
    var citizenship: String?
    if let field = declared.citizenship, case .code(let code)? = decision.fields[field] {
      citizenship = code
    }
    let passport = text(declared.passport)
    guard
      let status = TamgaSeal.StatusIndex(
        list: paper.statusIndex.list, position: paper.statusIndex.position)
    else {
      throw IssueError(
        .seal, paper.number.description, kk: "мәртебе орны қате", ru: "неверное место статуса",
        en: "the status position is out of range")
    }
    return PaperClaims(
      issuer: office.configuration.office,
      notBefore: date(declared.validFrom).map { zone.startOfDay($0) },
      expires: date(declared.validUntil).map { zone.endOfDay($0) }, sealedAt: sealedAt, id: cti,
      document: decision.kind.code, number: paper.number.number, copy: paper.number.copy,
      name: text(declared.name).map { SealedName.cut($0).name },
      passport: declared.printsPassport ? passport : nil, citizenship: citizenship,
      status: status, digest: digest,
      passportCheck: declared.printsPassport
        ? nil : passport.map { PrintedDigest.ofPassport($0, cti: cti) },
      further: further(declared, decision, language))
  }

  private func further(
    _ declared: SealedClaims, _ decision: Decision, _ language: Language
  ) -> [Int64: FurtherValue] {
    var values: [Int64: FurtherValue] = [:]
    for claim in declared.further {
      switch decision.fields[claim.field] {
      case .text(let text)?: values[Int64(claim.key)] = .text(text[language])
      case .date(let date)?: values[Int64(claim.key)] = .text(date.iso)
      case .count(let count)? where count >= 0:
        values[Int64(claim.key)] = .count(UInt64(count))
      case .code(let code)?: values[Int64(claim.key)] = .text(code)
      default: break
      }
    }
    return values
  }
}
