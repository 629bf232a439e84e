import TamgaDomain

/// Rows of our own in the forms of the acts: `+ ` in the fixtures. Each has its reason.
enum Addition {
  /// Documents must say who issued them, although the acts print no letterhead.
  static let letterhead = same("{issuingBody}")
  /// A line for the hand above a caption that the act prints without one.
  static let handLine = same("____")
  /// The words of an electronic signature, or a line for the hand.
  static let signatureMark = same("{signatureMark}")
  /// The mark of an extension in a form that was printed for a first paper.
  static let extendedMark = same("{extendedMark}")
  static let duplicateMark = same("{duplicateMark}")
  static let duplicateDay = Bilingual(
    kk: "Телнұсқа берілген күн: {issueDate}", ru: "Дата выдачи дубликата: {issueDate}")

  /// The additions of every form that an act prints, in their order.
  static let all: [String: [Bilingual]] = [
    "exit-pr-talon": [
      letterhead,
      Bilingual(
        kk: "Мемлекеттік қызметтің түрі: {serviceName}",
        ru: "Вид государственной услуги: {serviceName}"),
      Bilingual(
        kk: "Құжаттарды беру орны: {resultPlace}", ru: "Место выдачи документов: {resultPlace}"),
    ],
    "fingerprint-photo-certificate": [letterhead],
    "labour-immigrant-acceptance-refusal-receipt": [letterhead, handLine],
    "labour-immigrant-application": [handLine],
    "labour-immigrant-permit": [letterhead],
    "labour-immigrant-permit-duplicate": [
      letterhead, duplicateMark,
      Bilingual(
        kk: "Рұқсат ресімделген күн: {originalIssueDate}",
        ru: "Дата оформления разрешения: {originalIssueDate}"),
      duplicateDay,
    ],
    "labour-immigrant-permit-extension": [letterhead],
    "labour-immigrant-permit-refusal": [letterhead],
    "permanent-residence-permit-refusal": [
      Bilingual(
        kk: "Шешімге Қазақстан Республикасының заңнамасында белгіленген тәртіппен шағым жасалуы"
          + " мүмкін.",
        ru: "Решение может быть обжаловано в установленном законодательством Республики Казахстан"
          + " порядке.")
    ],
    "qualification-certificate": [letterhead, signatureMark],
    "qualification-certificate-application": [],
    "qualification-certificate-duplicate": [
      letterhead, duplicateMark, duplicateDay, signatureMark,
    ],
    "qualification-certificate-extension": [letterhead, extendedMark, signatureMark],
    "qualification-certificate-reissue": [letterhead, signatureMark],
    "temporary-residence-application": [same("{furtherFamilyMembers}"), handLine],
    "temporary-residence-permit": [],
    "temporary-residence-permit-extension": [],
  ]

  private static func same(_ text: String) -> Bilingual { Bilingual(both: text) }
}
