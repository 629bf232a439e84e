import TamgaDomain
import TamgaVerify

@testable import TamgaSeal

/// An invented office on 1 March 2026, with keys that everybody can read here.
enum Scene {
  static let zone = OfficeZone("Asia/Almaty")!  // safe: every time zone database has it
  /// 2026-03-01, 11:00 in the office.
  static let now: Int64 = 1_772_344_800

  static func key(_ seed: UInt8, _ algorithm: SignatureAlgorithm = .edDSA) -> SigningKey {
    // safe: every such number is below the order of P-256
    SigningKey(raw: [UInt8](repeating: seed, count: 32), algorithm: algorithm)!
  }

  static let root = key(1)
  static let status = key(2)
  static let issuing = key(3)
  static let issuingES256 = key(4, .es256)
  static let retired = key(5)
  static let compromised = key(6)
  static let stranger = key(99)

  static func date(_ iso: String) -> CalendarDate {
    CalendarDate(iso: iso)!  // safe: literals of this folder
  }

  /// Seconds since 1970 of the start and of the end of a day.
  static func start(_ iso: String) -> Int64 { zone.startOfDay(date(iso)) }
  static func end(_ iso: String) -> Int64 { zone.endOfDay(date(iso)) }

  static func index(_ year: Int?, _ position: Int) -> StatusIndex {
    // safe: years and positions of this folder lie within the bounds
    StatusIndex(list: StatusList.number(expiring: year)!, position: position)!
  }

  static let pages = [
    """
    РҰҚСАТ / РАЗРЕШЕНИЕ № ALA-26-0000017-4
    Т.А.Ә. / Ф.И.О.: KARIMOV ANVAR RUSTAMOVICH, паспорт FA1234567, Өзбекстан / Узбекистан
    мерзімі / срок: 10.02.2026 - 10.05.2026
    """,
    """
    Иммигрант: KARIMOV ANVAR RUSTAMOVICH (паспорт: FA1234567)
    № ALA-26-0000017-4, 10.02.2026 - 10.05.2026. Аға инспектор Сейітқали Ә. Б.
    """,
  ]

  /// An ordinary permit, sealed the day before it begins.
  static func claims(_ change: (inout PaperClaims) -> Void = { _ in }) -> PaperClaims {
    var claims = PaperClaims(
      issuer: "KZ-ALA", notBefore: start("2026-02-10"), expires: end("2026-05-10"),
      sealedAt: start("2026-02-09") + 36_000, id: Array(1...16), document: "LIP",
      number: "ALA-26-0000017-4", copy: 0, name: "KARIMOV ANVAR RUSTAMOVICH",
      passport: "FA1234567", citizenship: "UZB", status: index(2026, 10), digest: [], body: 0)
    change(&claims)
    if claims.digest.isEmpty { claims.digest = PrintedDigest.of(pages: pages, cti: claims.id) }
    return claims
  }

  static func seal(
    by signer: SigningKey = issuing, _ change: (inout PaperClaims) -> Void = { _ in }
  ) -> [UInt8] {
    try! Seal.signed(claims(change), by: signer)  // safe: claims of this folder are lawful
  }

  static func link(_ seal: [UInt8], host: String = "tamga.example") -> String {
    PayloadText.link(host: host, seal)
  }

  static let rootPart = RootPart(
    office: "KZ-ALA", sequence: 3,
    issuingKeys: [
      TrustedKey(
        publicKey: issuing.publicKey, signFrom: start("2020-01-01"), signUntil: end("2026-06-30")),
      TrustedKey(
        publicKey: issuingES256.publicKey, signFrom: start("2026-01-01"),
        signUntil: end("2026-06-30")),
      TrustedKey(
        publicKey: retired.publicKey, signFrom: start("2025-07-01"),
        signUntil: end("2026-02-15"), state: .retired),
      TrustedKey(
        publicKey: compromised.publicKey, signFrom: start("2026-01-01"),
        signUntil: end("2026-06-30"), state: .compromised, compromisedAt: start("2026-02-20")),
    ], statusKey: status.publicKey)

  static func kind(
    _ code: String, _ id: String, _ effect: Effect, _ kk: String, _ ru: String, _ en: String,
    printsPassport: Bool = true, further: [FurtherClaim] = []
  ) -> KindEntry {
    KindEntry(
      code: code, id: id, title: Message(kk: kk, ru: ru, en: en), effect: effect,
      printsPassport: printsPassport, further: further)
  }

  static let statusPart = StatusPart(
    sequence: 41, issuedAt: now - 10_800, nextUpdate: now + 75_600,
    officeName: Bilingual(kk: "Көші-қон қызметі басқармасы", ru: "Управление миграционной службы"),
    zone: zone, host: "tamga.example",
    kinds: [
      kind(
        "LIP", "labour-immigrant-permit", .grants, "Рұқсат", "Разрешение", "Permit",
        further: [
          FurtherClaim(
            key: 10, field: "termMonths", label: Message(kk: "ай", ru: "месяцев", en: "months"))
        ]),
      kind("LIPR", "labour-immigrant-permit-refusal", .refuses, "Бас тарту", "Отказ", "Refusal"),
      kind(
        "FPC", "fingerprint-photo-certificate", .informs, "Анықтама", "Справка", "Certificate",
        printsPassport: false),
      kind(
        "LIPV", "labour-immigrant-permit-revocation-decision", .ends, "Қайтарып алу", "Отзыв",
        "Revocation"),
    ],
    bodies: [
      BodyEntry(
        code: "ALA-MPS-01", name: Bilingual(kk: "Полиция басқармасы", ru: "Управление полиции")),
      BodyEntry(
        code: "ALA-AKIM-01",
        name: Bilingual(kk: "Қала әкімдігінің басқармасы", ru: "Управление акимата города")),
    ],
    lists: [
      StatusList(number: 0, size: 64, [:]),
      StatusList(number: 384, size: 64, [:]),
      StatusList(
        number: 416, size: 64, [11: .revoked, 12: .suspended, 13: .superseded, 14: .superseded]),
    ],
    replacements: [index(2026, 13): "ALA-26-0000018-2"],
    logged: [
      compromised.publicKey.thumbprint: LoggedSeals([
        LoggedSeals.prefix(ofSeal: seal(by: compromised))
      ])
    ])

  static func bundle(
    _ root: RootPart = rootPart, _ part: StatusPart = statusPart, by key: SigningKey = Scene.root
  ) -> TrustBundle {
    // safe: the parts of this folder are lawful
    try! TrustBundle.assembled(
      root: root.signed(by: key), rootKey: key.publicKey, status: part, by: status)
  }

  static func verdicts(
    _ contents: InputContents, trust: TrustBundle = bundle(), now: Int64 = now, on: String? = nil
  ) -> [Verdict] {
    Verifier(trust: TrustState(trust), now: now, on: on.map(date)).verdicts(on: contents)
  }

  static func verdict(
    _ contents: InputContents, trust: TrustBundle = bundle(), now: Int64 = now, on: String? = nil
  ) -> Verdict {
    verdicts(contents, trust: trust, now: now, on: on)[0]
  }
}
