internal import TamgaDomain

/// A fact that a verdict rests on, or that a person should know. The raw values are stable.
public enum Reason: String, Hashable, Sendable, CaseIterable {
  // No seal, or none that a trusted key made.
  /// No code with a seal was found.
  case noSeal = "no-seal"
  /// No code is seen in the picture.
  case noCodeSeen = "no-code-seen"
  /// A code is there and cannot be read: blurred, covered or damaged.
  case codeUnread = "code-unread"
  /// A code is there and too small in the picture.
  case codeTooSmall = "code-too-small"
  /// A code was read that is none of Tamga.
  case codeNotOurs = "code-not-ours"
  /// The text is not that of a code of Tamga.
  case textNotOurs = "text-not-ours"
  /// Number and check code are not found together.
  case pairNotFound = "pair-not-found"
  /// The check digit of the number does not fit: it was typed wrongly.
  case typedWrongly = "typed-wrongly"
  /// The time for a look at the picture was over before a code was found.
  case lookUnfinished = "look-unfinished"
  /// The text of the code is longer than any that Tamga prints.
  case payloadTooLong = "payload-too-long"
  /// The text of the code begins as one of Tamga and breaks its rules.
  case payloadMalformed = "payload-malformed"
  /// The bytes in the code are no seal.
  case sealMalformed = "seal-malformed"
  /// The header of the seal is not the prescribed one.
  case sealHeader = "seal-header"
  /// The signature algorithm is not that of the key.
  case wrongAlgorithm = "wrong-algorithm"
  /// The signature does not have the prescribed form.
  case signatureForm = "signature-form"
  /// No trusted key has the key id of the seal.
  case unknownKey = "unknown-key"
  /// The signature does not hold.
  case badSignature = "bad-signature"
  /// The signature holds, and what it covers are no claims of a paper.
  case claimsMalformed = "claims-malformed"
  /// The seal names another office, whose keys are not known here.
  case foreignIssuer = "foreign-issuer"
  /// The seal was made outside the period of its key.
  case outsideKeyPeriod = "outside-key-period"
  /// The key was in other hands, and the log did not hold this seal before.
  case keyCompromised = "key-compromised"
  /// The register has no such seal.
  case notRegistered = "not-registered"
  /// The page carries different seals.
  case severalSeals = "several-seals"
  // The paper is not the one that was sealed.
  /// The printed text is not the text that was sealed.
  case textAltered = "text-altered"
  /// A part of the text is not seen.
  case textHidden = "text-hidden"
  /// Something lies over the text.
  case textCovered = "text-covered"
  /// Text was moved from its place.
  case textMoved = "text-moved"
  /// The drawings of letters are not those of the letters.
  case lettersReplaced = "letters-replaced"
  /// There is a drawing, a picture or a code that the form does not have.
  case foreignDrawing = "foreign-drawing"
  /// The file has annotations, fields, scripts, layers, attachments or other page boxes.
  case fileAdditions = "file-additions"
  /// The data inside the file, or the languages in which it is read aloud, are not the sealed ones.
  case dataAltered = "data-altered"
  /// An update was appended to the file.
  case fileUpdated = "file-updated"
  /// The file is damaged, or written so that programs understand it differently.
  case fileMalformed = "file-malformed"
  /// The seal says that the file carries a signature, and it has none.
  case signatureMissing = "signature-missing"
  /// The signature of the file does not hold: the file or the signature was changed.
  case signatureInvalid = "signature-invalid"
  // What the office says of it.
  /// The office has revoked the paper.
  case statusRevoked = "status-revoked"
  /// Another paper has taken its place.
  case statusSuperseded = "status-superseded"
  /// The office has suspended the paper.
  case statusSuspended = "status-suspended"
  // Its own dates.
  /// Its last day is over.
  case expired
  /// Its first day is still to come.
  case notYetValid = "not-yet-valid"
  // What keeps a verdict from being valid.
  /// The status could not be asked.
  case statusUnknown = "status-unknown"
  /// The statuses of papers of that year are no longer kept.
  case statusNotKept = "status-not-kept"
  /// The statuses are older than the office lets them be.
  case statusStale = "status-stale"
  /// The clock of this machine seems to be slow.
  case clockSuspect = "clock-suspect"
  /// Not every page was looked at.
  case pagesNotRead = "pages-not-read"
  /// The kind of paper is not known here: it may grant nothing.
  case unknownKind = "unknown-kind"
  /// The paper is newer than the fonts in the bundle, so that its text was not checked.
  case fontsNewerThanBundle = "fonts-newer-than-bundle"
  /// The certificate of the signature leads to no root that is known here.
  case signatureUntrusted = "signature-untrusted"
  /// The certificate of the signature is none of the issuing body.
  case signatureOtherBody = "signature-other-body"
  /// The certificate of the signature did not hold when the paper was sealed.
  case signatureExpired = "signature-expired"
  // What the paper is.
  /// The paper is a refusal: it grants nothing.
  case effectRefuses = "effect-refuses"
  /// The paper informs: it grants nothing.
  case effectInforms = "effect-informs"
  /// The paper ends a right.
  case effectEnds = "effect-ends"
  /// The paper is an application: it grants nothing.
  case effectApplies = "effect-applies"
  // What a person should know or do.
  /// The keys are for trials: the paper gives no right.
  case testOffice = "test-office"
  /// The link names another host than that of the office.
  case foreignHost = "foreign-host"
  /// The key fell into other hands after this seal was made.
  case keyWasCompromised = "key-was-compromised"
  /// The printed text was not compared with the seal.
  case textNotChecked = "text-not-checked"
  /// The page is a scan: what is seen was not compared with the seal.
  case pageScanned = "page-scanned"
  /// Another program drew the pages anew.
  case fileRewritten = "file-rewritten"
  /// The file is a print run of several papers.
  case printRun = "print-run"
  /// The paper says that it has more pages than were given.
  case pageMissing = "page-missing"
  /// The page is the cover sheet of a print run.
  case coverSheet = "cover-sheet"
  /// The pages are blank.
  case blankPages = "blank-pages"
  /// The file is, byte for byte, the one that was issued.
  case fileAsIssued = "file-as-issued"
  /// The file is not byte for byte the one that was issued.
  case fileNotAsIssued = "file-not-as-issued"
  /// The bundle came without the fonts, so that drawings of letters were not checked.
  case fontsNotInBundle = "fonts-not-in-bundle"
  /// A reader of the picture saw a field otherwise than it is sealed.
  case printedDiffers = "printed-differs"
  /// Files inside the PDF were not compared with the seal.
  case attachmentsNotChecked = "attachments-not-checked"
  /// The signature of the file was not looked at.
  case signatureNotChecked = "signature-not-checked"
  /// The picture shows several papers.
  case severalPapers = "several-papers"
  /// Only the text of the code was given: nobody has seen the paper.
  case paperNotSeen = "paper-not-seen"
  /// The paper was looked up by number: its seal was not seen.
  case sealNotSeen = "seal-not-seen"
  /// The end of a long name is not in the seal.
  case nameCut = "name-cut"
  /// The form prints no passport: the name alone ties the paper to its holder.
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
      .fileAdditions, .dataAltered, .fileUpdated, .fileMalformed, .signatureMissing,
      .signatureInvalid:
      .altered
    case .statusRevoked: .revoked
    case .statusSuperseded: .superseded
    case .statusSuspended: .suspended
    case .expired: .expired
    case .notYetValid: .notYetValid
    // A kind that is not known here may grant nothing: that must not look like a valid permit.
    case .statusUnknown, .statusNotKept, .statusStale, .clockSuspect, .pagesNotRead, .unknownKind,
      .fontsNewerThanBundle, .signatureUntrusted, .signatureOtherBody, .signatureExpired:
      .statusUnknown
    case .effectRefuses, .effectInforms, .effectEnds, .effectApplies, .testOffice, .foreignHost,
      .keyWasCompromised, .textNotChecked, .pageScanned, .fileRewritten, .printRun,
      .pageMissing, .fileAsIssued, .fileNotAsIssued, .fontsNotInBundle, .printedDiffers,
      .attachmentsNotChecked, .signatureNotChecked, .severalPapers, .paperNotSeen,
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
      case .data: .dataAltered
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
