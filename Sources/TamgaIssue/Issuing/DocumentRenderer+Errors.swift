import TamgaDomain

/// Why a paper that has its number cannot be made.
extension DocumentRenderer {
  static func changed(_ paper: String) -> IssueError {
    IssueError(
      .templateChanged, paper,
      kk: "құжат куәландырылғаннан кейін үлгі немесе баптау өзгерген",
      ru: "после заверения документа шаблон или настройки изменились",
      en: "the template or the configuration was changed after the paper was sealed",
      hint: Message(
        kk: "бұрынғы үлгіні қайтарыңыз немесе құжатты «tamga void» арқылы жойыңыз",
        ru: "верните прежний шаблон или погасите документ: «tamga void»",
        en: "bring the former template back, or void the paper: 'tamga void'"))
  }

  static func unsignable(_ paper: String) -> IssueError {
    IssueError(
      .template, paper, kk: "қарпі TrueType емес құжатқа ЭЦҚ қойылмайды",
      ru: "документ со шрифтом не TrueType не подписывается ЭЦП",
      en: "a paper in a font that is not TrueType cannot be signed")
  }

  static func unlistedBody(_ code: String) -> IssueError {
    IssueError(
      .configuration, code, kk: "құжатты берген орган tamga.yaml тізімінде жоқ",
      ru: "органа, выдавшего документ, нет в списке tamga.yaml",
      en: "the issuing body is not in the list of tamga.yaml",
      hint: Message(
        kk: "issuingBodies тізіміне қайта қосыңыз", ru: "верните его в issuingBodies",
        en: "put it back into issuingBodies"))
  }

  static func lostKey(_ paper: String) -> IssueError {
    IssueError(
      .seal, paper, kk: "құжат бөтен қолға түскен кілтпен куәландырылған",
      ru: "документ заверен ключом, который попал в чужие руки",
      en: "the paper's seal was made with a key that is compromised",
      hint: Message(
        kk: "құжатты «tamga void» арқылы жойып, шешімді жаңа белгімен жіберіңіз",
        ru: "погасите документ («tamga void») и подайте решение с новым обозначением",
        en: "void the paper ('tamga void') and issue the decision under a new id"))
  }
}
