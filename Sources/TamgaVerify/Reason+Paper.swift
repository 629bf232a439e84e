internal import TamgaDomain

/// What became of a paper's file and its text, in words.
extension Reason {
  var paperMessage: Message {
    switch self {
    case .textHidden, .textCovered, .textMoved, .lettersReplaced, .foreignDrawing, .fileAdditions,
      .dataAltered, .fileUpdated, .fileMalformed, .fileRewritten, .printRun:
      fileMessage
    case .pageMissing:
      Message(
        kk: "бет жетпейтін шығар: құжатта бұдан көп бет бар деп жазылған, бәрін беріңіз",
        ru:
          "возможно, не хватает страницы: на документе указано, что их больше, дайте все",
        en: "a page may be missing: the paper says that it has more, give all of them")
    case .pageScanned:
      Message(
        kk:
          "беттің суреті ғана көрінеді: төмендегі деректерді құжатпен және паспортпен салыстырыңыз",
        ru: "видно только изображение страницы: сверьте данные ниже с документом и паспортом",
        en:
          "only a picture of a page is seen: compare the data below with the paper and the passport"
      )
    case .fileAsIssued:
      Message(
        kk: "файл кеңсе берген файлдың дәл өзі",
        ru: "файл в точности тот, что выдало ведомство",
        en: "the file is exactly the one that the office issued")
    case .fileNotAsIssued:
      Message(
        kk: "файл кеңсе берген файл емес: оның өзін сұраңыз",
        ru: "файл не тот, что выдало ведомство: попросите сам выданный файл",
        en: "the file is not the one that the office issued: ask for that file")
    case .textNotChecked:
      Message(
        kk: "мәтін тексерілмеді, төмендегі деректерді құжатпен салыстырыңыз",
        ru: "текст не проверен, сравните данные ниже с документом",
        en: "the text was not checked; compare the data below with the paper")
    default:
      Message(
        kk: "басылған мәтін куәландырылған мәтінге сай емес",
        ru: "напечатанный текст отличается от заверенного",
        en: "the printed text is not the text that was sealed")
    }
  }
}
