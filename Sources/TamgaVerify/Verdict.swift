public import TamgaDomain
public import TamgaSeal

/// What an inspector is told about one paper. A bad document is a verdict, not an error: errors are
/// kept for what stopped us from judging (an unreadable file, a damaged trust bundle).
public enum Verdict: Hashable, Sendable {
  /// A trusted key made the seal; how the paper stands is in ``Judgement/outcome``.
  case judged(Judgement)
  /// No trusted key made the seal, or its page carries another one as well. There are no claims
  /// here, so that no door can show a forged name.
  case notGenuine(Rejection)
  /// Nothing to judge was found.
  case noSeal(Rejection)

  /// The one word.
  public var outcome: Outcome {
    switch self {
    case .judged(let judgement): judgement.outcome
    case .notGenuine: .notGenuine
    case .noSeal: .noSeal
    }
  }

  /// The facts that it rests on, the strongest first.
  public var reasons: [Reason] {
    switch self {
    case .judged(let judgement): judgement.reasons
    case .notGenuine(let rejection), .noSeal(let rejection): rejection.reasons
    }
  }

  /// The pages of the input that belong to the paper, from 1; empty for a payload text.
  public var pages: [Int] {
    switch self {
    case .judged(let judgement): judgement.pages
    case .notGenuine(let rejection), .noSeal(let rejection): rejection.pages
    }
  }

  /// The pages of the input beside the paper that belong to none: cover sheets and blank ones.
  public var others: [OtherPage] {
    switch self {
    case .judged(let judgement): judgement.others
    case .notGenuine(let rejection), .noSeal(let rejection): rejection.others
    }
  }

  /// What it was judged by.
  public var basis: Basis {
    switch self {
    case .judged(let judgement): judgement.basis
    case .notGenuine(let rejection), .noSeal(let rejection): rejection.basis
    }
  }
}

/// The office's data and the day by which a verdict was made.
public struct Basis: Hashable, Sendable {
  /// Whether a signed bundle was asked or the office's register.
  public let source: TrustState.Source
  /// ISO 8601 with the office's offset.
  public let issuedAt: String
  /// Of the bundle; it grows with every one.
  public let sequence: UInt64
  /// Whether the statuses were older than the office lets them be.
  public let isStale: Bool
  /// The day that was asked about, in the office's zone.
  public let checkedOn: CalendarDate
  /// The name of the office, as people are told it.
  public let officeName: Bilingual
  /// The office id.
  public let office: String
  /// The fingerprint of the root key that vouches for the office.
  public let root: String
}

/// A verdict without claims.
public struct Rejection: Hashable, Sendable {
  /// From 1; empty for a payload text.
  public let pages: [Int]
  /// Strongest first.
  public internal(set) var reasons: [Reason]
  /// What it was judged by.
  public let basis: Basis
  /// Pages of the input beside the paper that belong to none.
  var others: [OtherPage] = []
  /// The id of the office that the seal names, where nothing is known of that office here: then nobody has looked
  /// whether the seal is its own. The word of whoever made the seal.
  var missingOffice: String? = nil
}

/// A verdict on a paper whose seal is genuine.
public struct Judgement: Hashable, Sendable {
  /// From 1; empty for a payload text.
  public let pages: [Int]
  /// Strongest first.
  public internal(set) var reasons: [Reason]
  /// What the seal says.
  public let claims: ShownClaims
  /// Sealed fields that the printed text has not, or has otherwise.
  public let altered: [AlteredClaim]
  /// Sealed fields that a reader of the picture saw otherwise. They change no verdict.
  public let hints: [PrintHint]
  /// What the paper says, from the file inside it: sealed, and only of a paper that was not altered.
  var data: ProgramData.Content? = nil
  /// The number of the paper that has taken its place.
  public let replacedBy: String?
  /// Nil when the register was asked by number and no seal was seen.
  public let key: TrustedKey?
  /// The kind, when the trust state knows it.
  public let kind: KindEntry?
  /// What it was judged by.
  public let basis: Basis
  /// Of the signature in the file; nil for a paper that carries none.
  var signature: ShownSignature? = nil
  /// Pages of the input beside the paper that belong to none.
  var others: [OtherPage] = []

  /// The one word: the strongest of the reasons.
  public var outcome: Outcome { reasons.outcome }

  /// The claims that a person must still compare with the paper and the passport, the passport
  /// first; none when the verifier has compared the text itself.
  public var compare: [String] {
    let unseen: Set<Reason> = [
      .textNotChecked, .paperNotSeen, .sealNotSeen, .pagesNotRead, .fontsNewerThanBundle,
    ]
    guard reasons.contains(where: unseen.contains) else {
      // The only thing that ties the paper to the passport in the holder's hand.
      return reasons.contains(.passportNotPrinted) ? ["name"] : []
    }
    let fields: [(String, Bool)] = [
      ("passport", claims.passport != nil), ("name", claims.name != nil),
      ("citizenship", claims.citizenship != nil), ("number", true),
      ("validFrom", claims.validFrom != nil), ("validUntil", claims.validUntil != nil),
    ]
    return fields.filter { $0.1 }.map { $0.0 }
  }
}

/// A sealed field that the paper prints otherwise.
public struct AlteredClaim: Hashable, Sendable {
  /// The claim's name in ``ShownClaims``.
  public let claim: String
  /// What the seal says.
  public let sealed: String
  /// What stands in its place, as far as that can be told.
  public let printed: String?
}
