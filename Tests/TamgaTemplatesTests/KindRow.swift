import TamgaDomain
import Testing

/// What the acts say of a kind.
struct KindRow: Sendable, CustomTestStringConvertible {
  let document: String
  let code: String
  let action: DecisionAction
  let effect: Effect
  let copies: Int
  /// First and last day of issue of its edition.
  let edition: String
  let grounds: [GroundKind]
  let printsPassport: Bool
  let why: String
  var testDescription: String { "\(document): \(why)" }

  init(
    _ document: String, _ code: String, _ action: DecisionAction, _ effect: Effect,
    _ edition: String, copies: Int = 1, grounds: [GroundKind] = [], printsPassport: Bool = false,
    _ why: String
  ) {
    self.document = document
    self.code = code
    self.action = action
    self.effect = effect
    self.copies = copies
    self.edition = edition
    self.grounds = grounds
    self.printsPassport = printsPassport
    self.why = why
  }

  static let all: [KindRow] = [
    KindRow(
      "contract-termination-notice", "QCTN", .apply, .applies, "2026-01-11..",
      "Labour ministry order 236, para 20; no code"),
    KindRow(
      "departure-address-slip", "EXS", .inform, .informs, "2013-01-19..2014-03-13",
      printsPassport: true,
      "MIA order 596 falls with decree 1497 of 2014"),
    KindRow(
      "employer-change-notice", "QCEN", .apply, .applies, "2026-01-11..",
      "Labour ministry order 236, para 18; no code"),
    KindRow(
      "exit-pr-application", "EXA", .apply, .applies, "2013-01-19..2014-03-13",
      "MIA order 596, para 10; no code"),
    KindRow(
      "exit-pr-conclusion", "EXC", .inform, .informs, "2013-01-19..2014-03-13", grounds: [.refusal],
      "names grounds only where there are some"),
    KindRow(
      "exit-pr-cover-letter", "EXL", .inform, .informs, "2013-01-19..2014-03-13",
      "MIA order 596, annex 1, step 2"),
    KindRow(
      "exit-pr-decision", "EXD", .grant, .grants, "2013-01-19..2014-03-13",
      "permits to leave: a paper without a term"),
    KindRow(
      "exit-pr-inquiry", "EXQ", .inform, .informs, "2013-01-19..2014-03-13", printsPassport: true,
      "MIA order 596, annex 1, step 4"),
    KindRow(
      "exit-pr-military-referral", "EXM", .inform, .informs, "2013-01-19..2014-03-13",
      "has a last day, permits nothing"),
    KindRow(
      "exit-pr-notification", "EXN", .inform, .informs, "2013-01-19..2014-03-13",
      "MIA order 596, annex 1, step 11"),
    KindRow(
      "exit-pr-receipt-certificate", "EXTC", .inform, .informs, "2013-01-19..2014-03-13",
      "the talon by its other name"),
    KindRow(
      "exit-pr-refusal-decision", "EXR", .refuse, .refuses, "2013-01-19..2014-03-13",
      grounds: [.refusal],
      "MIA order 596, annex 1 table 3, step 13"),
    KindRow(
      "exit-pr-refusal-notice", "EXRN", .inform, .refuses, "2013-01-19..2014-03-13", copies: 2,
      grounds: [.refusal],
      "two copies, one for each side"),
    KindRow(
      "exit-pr-talon", "EXT", .inform, .informs, "2013-01-19..2014-03-13",
      "decree 199, annex 2 of the standard"),
    KindRow(
      "fingerprint-photo-certificate", "FPC", .inform, .informs, "2020-04-11..2022-04-25",
      copies: 2,
      "order 76 para 21: one copy for the unit, one for the person"),
    KindRow(
      "labour-immigrant-acceptance-receipt", "LIAR", .inform, .informs, "2021-01-30..2022-04-25",
      copies: 2,
      "two copies are recommended"),
    KindRow(
      "labour-immigrant-acceptance-refusal-receipt", "LIAF", .decline, .refuses,
      "2021-01-30..2022-04-25", copies: 2,
      "order 76, annex 3: no ground is printed"),
    KindRow(
      "labour-immigrant-application", "LIA", .apply, .applies, "2020-04-11..2022-04-25",
      "order 76, annex 2: in force since 2020; no code"),
    KindRow(
      "labour-immigrant-duplicate-application", "LIDA", .apply, .applies, "2020-04-11..2022-04-25",
      "order 76 para 13; no code"),
    KindRow(
      "labour-immigrant-permit", "LIP", .grant, .grants, "2021-01-30..2022-04-25", copies: 2,
      printsPassport: true,
      "order 76 para 9 asks for two copies; repealed not before 26.04.2022"),
    KindRow(
      "labour-immigrant-permit-duplicate", "LID", .duplicate, .grants, "2021-01-30..2022-04-25",
      printsPassport: true,
      "keeps the days of the permit"),
    KindRow(
      "labour-immigrant-permit-extension", "LIE", .extend, .grants, "2021-01-30..2022-04-25",
      copies: 2, printsPassport: true,
      "the permit's form"),
    KindRow(
      "labour-immigrant-permit-refusal", "LIR", .refuse, .refuses, "2021-01-30..2022-04-25",
      grounds: [.refusal], printsPassport: true,
      "copies are not stated"),
    KindRow(
      "labour-immigrant-permit-revocation-decision", "LIV", .revoke, .ends,
      "2021-01-30..2022-04-25", copies: 2, grounds: [.revocation], printsPassport: true,
      "order 76 paras 16 and 17"),
    KindRow(
      "labour-immigrant-permit-revocation-notice", "LIVN", .inform, .informs,
      "2021-01-30..2022-04-25", grounds: [.revocation], printsPassport: true,
      "names the grounds of its decision"),
    KindRow(
      "permanent-residence-application", "PRA", .apply, .applies, "2024-03-24..",
      "annex 3 row 8; no code"),
    KindRow(
      "permanent-residence-permit", "PRP", .grant, .grants, "2024-03-24..",
      "has no last day"),
    KindRow(
      "permanent-residence-permit-annulment-decision", "PRAN", .annul, .ends, "2024-03-24..",
      grounds: [.annulment, .refusalOrAnnulment], printsPassport: true,
      "both lists of annex 3 row 9 item 2"),
    KindRow(
      "permanent-residence-permit-refusal", "PRR", .refuse, .refuses, "2024-03-24..",
      grounds: [.refusal, .refusalOrAnnulment],
      "both lists of annex 3 row 9"),
    KindRow(
      "qualification-certificate", "QC", .grant, .grants, "2026-01-11..",
      "the form has no passport"),
    KindRow(
      "qualification-certificate-acceptance-refusal", "QCAF", .decline, .refuses, "2026-01-11..",
      grounds: [.nonAcceptance], printsPassport: true,
      "row 9 item 3: grounds of its own"),
    KindRow(
      "qualification-certificate-application", "QCAP", .apply, .applies, "2026-01-11..",
      "order 236, annex 1; no code"),
    KindRow(
      "qualification-certificate-duplicate", "QCD", .duplicate, .grants, "2026-01-11..",
      "keeps the days of the certificate"),
    KindRow(
      "qualification-certificate-extension", "QCE", .extend, .grants, "2026-01-11..",
      "the certificate's form"),
    KindRow(
      "qualification-certificate-refusal", "QCR", .refuse, .refuses, "2026-01-11..",
      grounds: [.refusal], printsPassport: true,
      "annex 2 row 9"),
    KindRow(
      "qualification-certificate-reissue", "QCI", .reissue, .grants, "2026-01-11..",
      "the certificate's form, the same days"),
    KindRow(
      "qualification-certificate-revocation-decision", "QCV", .revoke, .ends, "2026-01-11..",
      grounds: [.revocation], printsPassport: true,
      "order 236, para 21"),
    KindRow(
      "residence-change-notice", "TRCN", .apply, .applies, "2022-10-21..",
      "decree 148, para 10; no code"),
    KindRow(
      "temporary-residence-application", "TRA", .apply, .applies, "2024-03-24..",
      "order 992, annex 1; no code"),
    KindRow(
      "temporary-residence-permit", "TRP", .grant, .grants, "2024-03-24..", printsPassport: true,
      "in force from 24.03.2024"),
    KindRow(
      "temporary-residence-permit-extension", "TRPE", .extend, .grants, "2024-03-24..",
      printsPassport: true,
      "the permit's form"),
    KindRow(
      "temporary-residence-permit-refusal", "TRPR", .refuse, .refuses, "2024-03-24..",
      grounds: [.refusal], printsPassport: true,
      "annex 1-1 rows 5 and 9"),
    KindRow(
      "temporary-residence-petition", "TRPT", .apply, .applies, "2022-10-21..",
      "decree 148, para 10; no code"),
  ]
}
