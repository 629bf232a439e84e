internal import TamgaDomain

/// A fact that a verdict rests on, or that a person should know. The raw values are stable.
public enum Reason: String, Hashable, Sendable, CaseIterable {
  // No seal, or none that a trusted key made.
  case noSeal = "no-seal"
  case noCodeSeen = "no-code-seen"
  case codeUnread = "code-unread"
  case codeTooSmall = "code-too-small"
  case codeNotOurs = "code-not-ours"
  case textNotOurs = "text-not-ours"
  case pairNotFound = "pair-not-found"
  case typedWrongly = "typed-wrongly"
  case lookUnfinished = "look-unfinished"
  case payloadTooLong = "payload-too-long"
  case payloadMalformed = "payload-malformed"
  case sealMalformed = "seal-malformed"
  case sealHeader = "seal-header"
  case wrongAlgorithm = "wrong-algorithm"
  case signatureForm = "signature-form"
  case unknownKey = "unknown-key"
  case badSignature = "bad-signature"
  case claimsMalformed = "claims-malformed"
  case foreignIssuer = "foreign-issuer"
  case outsideKeyPeriod = "outside-key-period"
  case keyCompromised = "key-compromised"
  case notRegistered = "not-registered"
  case severalSeals = "several-seals"
  // The paper is not the one that was sealed.
  case textAltered = "text-altered"
  case textHidden = "text-hidden"
  case textCovered = "text-covered"
  case textMoved = "text-moved"
  case lettersReplaced = "letters-replaced"
  case foreignDrawing = "foreign-drawing"
  case fileAdditions = "file-additions"
  case fileUpdated = "file-updated"
  case fileMalformed = "file-malformed"
  // What the office says of it.
  case statusRevoked = "status-revoked"
  case statusSuperseded = "status-superseded"
  case statusSuspended = "status-suspended"
  // Its own dates.
  case expired
  case notYetValid = "not-yet-valid"
  // What keeps a verdict from being valid.
  case statusUnknown = "status-unknown"
  case statusNotKept = "status-not-kept"
  case statusStale = "status-stale"
  case clockSuspect = "clock-suspect"
  case pagesNotRead = "pages-not-read"
  case unknownKind = "unknown-kind"
  case fontsNewerThanBundle = "fonts-newer-than-bundle"
  // What the paper is.
  case effectRefuses = "effect-refuses"
  case effectInforms = "effect-informs"
  case effectEnds = "effect-ends"
  case effectApplies = "effect-applies"
  // What a person should know or do.
  case testOffice = "test-office"
  case foreignHost = "foreign-host"
  case keyWasCompromised = "key-was-compromised"
  case textNotChecked = "text-not-checked"
  case pageScanned = "page-scanned"
  case fileRewritten = "file-rewritten"
  case printRun = "print-run"
  case pageMissing = "page-missing"
  case coverSheet = "cover-sheet"
  case blankPages = "blank-pages"
  case fileAsIssued = "file-as-issued"
  case fileNotAsIssued = "file-not-as-issued"
  case fontsNotInBundle = "fonts-not-in-bundle"
  case printedDiffers = "printed-differs"
  case attachmentsNotChecked = "attachments-not-checked"
  case severalPapers = "several-papers"
  case paperNotSeen = "paper-not-seen"
  case sealNotSeen = "seal-not-seen"
  case nameCut = "name-cut"
  case passportNotPrinted = "passport-not-printed"

  /// What the verdict is at least when this fact is found; nil for what changes no verdict.
  public var outcome: Outcome? {
    switch self {
    case .noSeal, .noCodeSeen, .codeUnread, .codeTooSmall, .codeNotOurs, .lookUnfinished,
      .textNotOurs, .pairNotFound, .typedWrongly, .coverSheet, .blankPages:
      .noSeal
    case .payloadTooLong, .payloadMalformed, .sealMalformed, .sealHeader, .wrongAlgorithm,
      .signatureForm, .unknownKey, .badSignature, .claimsMalformed, .foreignIssuer,
      .outsideKeyPeriod, .keyCompromised, .notRegistered, .severalSeals:
      .notGenuine
    case .textAltered, .textHidden, .textCovered, .textMoved, .lettersReplaced, .foreignDrawing,
      .fileAdditions, .fileUpdated, .fileMalformed:
      .altered
    case .statusRevoked: .revoked
    case .statusSuperseded: .superseded
    case .statusSuspended: .suspended
    case .expired: .expired
    case .notYetValid: .notYetValid
    // A kind that is not known here may grant nothing: that must not look like a valid permit.
    case .statusUnknown, .statusNotKept, .statusStale, .clockSuspect, .pagesNotRead, .unknownKind,
      .fontsNewerThanBundle:
      .statusUnknown
    case .effectRefuses, .effectInforms, .effectEnds, .effectApplies, .testOffice, .foreignHost,
      .keyWasCompromised, .textNotChecked, .pageScanned, .fileRewritten, .printRun,
      .pageMissing, .fileAsIssued, .fileNotAsIssued, .fontsNotInBundle, .printedDiffers,
      .attachmentsNotChecked, .severalPapers, .paperNotSeen,
      .sealNotSeen,
      .nameCut, .passportNotPrinted:
      nil
    }
  }

  /// What the evidence in a page and its file means, each once, in the order of the cases.
  ///
  /// - Parameter isOlder: The fonts are those of a bundle that is older than the paper, which may be in
  ///   newer ones.
  static func of(_ evidence: [TamperEvidence.Kind], fontsAreOlder isOlder: Bool) -> [Reason] {
    let reasons: [Reason] = TamperEvidence.Kind.allCases.filter(evidence.contains).map { kind in
      switch kind {
      case .hidden: .textHidden
      case .covered: .textCovered
      case .moved: .textMoved
      case .letters: .lettersReplaced
      case .unknownLetters: isOlder ? .fontsNewerThanBundle : .lettersReplaced
      case .uncheckedLetters: .fontsNotInBundle
      case .foreign: .foreignDrawing
      case .additions: .fileAdditions
      case .updated: .fileUpdated
      case .malformed: .fileMalformed
      case .rewritten: .fileRewritten
      }
    }
    return reasons.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }

  /// The reason that says in words what a genuine paper does when it grants nothing.
  static func of(_ effect: Effect) -> Reason? {
    switch effect {
    case .grants: nil
    case .refuses: .effectRefuses
    case .informs: .effectInforms
    case .ends: .effectEnds
    case .applies: .effectApplies
    }
  }
}

extension Sequence<Reason> {
  /// The strongest outcome among these facts.
  var outcome: Outcome { compactMap { $0.outcome }.max() ?? .valid }
}
