public import TamgaDomain

extension Reason {
  /// The fact in words, without any claim of the paper.
  public var message: Message {
    switch self {
    case .noSeal, .noCodeSeen, .codeUnread, .codeTooSmall, .codeNotOurs, .lookUnfinished,
      .textNotOurs, .pairNotFound, .typedWrongly, .coverSheet, .blankPages:
      noCodeMessage
    case .payloadTooLong, .payloadMalformed, .sealMalformed, .sealHeader, .wrongAlgorithm,
      .signatureForm, .unknownKey, .badSignature, .claimsMalformed,
      .foreignIssuer, .outsideKeyPeriod, .keyCompromised, .notRegistered, .severalSeals:
      rejectionMessage
    case .textAltered, .textHidden, .textCovered, .textMoved, .lettersReplaced, .foreignDrawing,
      .fileAdditions, .dataAltered, .fileUpdated, .fileMalformed, .textNotChecked, .pageScanned,
      .fileRewritten,
      .printRun, .pageMissing, .fileAsIssued, .fileNotAsIssued:
      paperMessage
    case .statusRevoked, .statusSuperseded, .statusSuspended, .expired,
      .notYetValid, .statusUnknown, .statusNotKept, .statusStale, .clockSuspect, .pagesNotRead,
      .unknownKind, .fontsNewerThanBundle:
      standingMessage
    case .signatureMissing, .signatureInvalid, .signatureUntrusted, .signatureOtherBody,
      .signatureExpired, .signatureNotChecked:
      signatureMessage
    case .effectRefuses, .effectInforms, .effectEnds, .effectApplies, .testOffice, .foreignHost,
      .keyWasCompromised, .fontsNotInBundle, .printedDiffers,
      .attachmentsNotChecked, .severalPapers, .paperNotSeen,
      .sealNotSeen,
      .nameCut, .passportNotPrinted:
      noteMessage
    }
  }

  private var rejectionMessage: Message {
    switch self {
    case .payloadTooLong:
      Message(
        kk: "кодтағы мәтін тым ұзын", ru: "текст кода слишком длинный",
        en: "the text of the code is too long")
    case .payloadMalformed:
      Message(
        kk: "кодтағы мәтін бұзылған", ru: "текст кода испорчен",
        en: "the text of the code is malformed")
    case .sealHeader:
      Message(
        kk: "электрондық куәландырудың тақырыбы дұрыс емес",
        ru: "заголовок электронного заверения неверен",
        en: "the header of the seal is not the prescribed one")
    case .wrongAlgorithm:
      Message(
        kk: "қолтаңба алгоритмі рұқсат етілмеген", ru: "алгоритм подписи не допускается",
        en: "the signature algorithm is not allowed for this key")
    case .signatureForm:
      Message(
        kk: "қолтаңбаның түрі дұрыс емес", ru: "форма подписи неверна",
        en: "the signature does not have the prescribed form")
    case .unknownKey:
      Message(
        kk: "электрондық куәландыруды сенімді кілт жасамаған",
        ru: "электронное заверение сделано не доверенным ключом",
        en: "no trusted key made the seal")
    case .badSignature:
      Message(
        kk: "қолтаңба сай келмейді: деректер өзгертілген немесе қолдан жасалған",
        ru: "подпись не сходится: данные изменены или подделаны",
        en: "the signature does not hold: the data were changed or forged")
    case .claimsMalformed:
      Message(
        kk: "қол қойылған деректер құжаттың деректері емес",
        ru: "подписанные данные не являются данными документа",
        en: "the signed data are not those of a paper")
    case .foreignIssuer:
      Message(
        kk: "электрондық куәландыруда аталған кеңсенің мұндай кілті мұнда белгісіз",
        ru: "такой ключ ведомства, названного в электронном заверении, здесь не известен",
        en: "no such key of the office that the seal names is known here"
      )
    case .outsideKeyPeriod:
      Message(
        kk: "электрондық куәландыру кілттің қолданылу мерзімінен тыс жасалған",
        ru: "электронное заверение сделано вне срока действия ключа",
        en: "the seal was made outside the period of its key")
    case .keyCompromised:
      Message(
        kk: "кілт бөтен қолға түскен, бұл электрондық куәландыру журналда жоқ",
        ru: "ключ попал в чужие руки, и этого электронного заверения нет в журнале",
        en: "the key fell into other hands, and this seal is not in the log")
    case .notRegistered:
      Message(
        kk: "тізілімде мұндай QR код жоқ: оны кеңсе жасамаған",
        ru: "такого QR-кода нет в реестре: ведомство его не создавало",
        en: "the register has no such code: the office did not make it")
    case .severalSeals:
      Message(
        kk: "бір бетте бірнеше түрлі QR код бар", ru: "на одной странице несколько разных QR-кодов",
        en: "there are several different seals on one page")
    default:
      Message(
        kk: "электрондық куәландыру бұзылған", ru: "электронное заверение испорчено",
        en: "the seal is malformed")
    }
  }

  private var standingMessage: Message {
    switch self {
    case .statusRevoked:
      Message(
        kk: "құжат қайтарып алынған немесе күші жойылған",
        ru: "документ отозван или аннулирован", en: "the paper was revoked or annulled")
    case .statusSuperseded:
      Message(
        kk: "құжаттың орнына басқасы берілген", ru: "документ заменён другим",
        en: "another paper has taken the place of this one")
    case .statusSuspended:
      Message(
        kk: "құжаттың қолданылуы тоқтатыла тұрған", ru: "действие документа приостановлено",
        en: "the paper is suspended")
    case .expired:
      Message(kk: "құжаттың мерзімі өткен", ru: "срок документа истёк", en: "the term is over")
    case .notYetValid:
      Message(
        kk: "құжаттың мерзімі әлі басталған жоқ", ru: "срок документа ещё не начался",
        en: "the term has not begun yet")
    case .statusNotKept:
      Message(
        kk: "мерзімі өткен құжаттардың мәртебесі сақталмайды",
        ru: "статусы документов этого года больше не хранятся",
        en: "the statuses of papers of that year are no longer kept")
    case .statusStale:
      Message(
        kk: "мәртебелер туралы деректер ескірген, сенім бумасын жаңартыңыз",
        ru: "сведения о статусах устарели, обновите пакет доверия",
        en: "the statuses are out of date; get a newer trust bundle")
    case .clockSuspect:
      Message(
        kk: "құрылғының сағаты артта қалған сияқты, тексеріңіз",
        ru: "часы устройства, похоже, отстают, проверьте их",
        en: "the clock of this device seems to be slow; set it")
    case .pagesNotRead:
      Message(
        kk: "файлдың барлық беті оқылған жоқ", ru: "прочитаны не все страницы файла",
        en: "not all pages of the file were read")
    case .fontsNewerThanBundle:
      Message(
        kk:
          "құжат сенім бумасынан кейін шығарылған, оның әріптері бумадағы қаріптерде жоқ: буманы жаңартыңыз",
        ru:
          "документ выпущен позже пакета доверия, и его букв нет в шрифтах пакета: обновите пакет",
        en:
          "the paper was issued after the trust bundle, and its letters are not in the bundle's fonts: get a newer bundle"
      )
    case .unknownKind:
      Message(
        kk: "құжаттың түрі белгісіз, сенім бумасын жаңартыңыз",
        ru: "вид документа неизвестен, обновите пакет доверия",
        en: "the kind of paper is not known here; get a newer trust bundle")
    default:
      Message(
        kk: "құжаттың мәртебесі белгісіз", ru: "статус документа неизвестен",
        en: "the status of the paper is not known")
    }
  }

  private var noteMessage: Message {
    switch self {
    case .effectRefuses:
      Message(
        kk: "шынайы бас тарту: құқық бермейді", ru: "подлинный отказ: права не даёт",
        en: "genuine refusal: gives no right")
    case .effectInforms:
      Message(
        kk: "шынайы хабарлама: құқық бермейді", ru: "подлинное уведомление: права не даёт",
        en: "genuine notice: gives no right")
    case .effectEnds:
      Message(
        kk: "құқықты тоқтататын шынайы шешім: құқық бермейді",
        ru: "подлинное решение о прекращении права: права не даёт",
        en: "genuine decision that ends a right: gives no right")
    case .effectApplies:
      Message(
        kk: "шынайы өтініш: құқық бермейді", ru: "подлинное заявление: права не даёт",
        en: "genuine application: gives no right")
    case .testOffice:
      Message(
        kk: "сынақ кеңсесінің құжаты: ешқандай құқық бермейді",
        ru: "документ тестового ведомства: не даёт никаких прав",
        en: "a paper of a test office: it gives no right")
    case .foreignHost:
      Message(
        kk: "кодтағы сілтеме басқа сайтқа апарады, оны ашпаңыз",
        ru: "ссылка в коде ведёт на другой сайт, не открывайте её",
        en: "the link in the code leads to another site; do not open it")
    case .keyWasCompromised:
      Message(
        kk: "кілт кейін бөтен қолға түскен, бірақ бұл құжат журналға одан бұрын енгізілген",
        ru: "ключ позже попал в чужие руки, но этот документ внесён в журнал раньше",
        en: "the key fell into other hands later; this seal was logged before")
    case .fontsNotInBundle:
      Message(
        kk:
          "сенім бумасында қаріптер жоқ, әріптердің суреті тексерілмеді: төмендегі деректерді көзбен салыстырыңыз",
        ru:
          "в пакете доверия нет шрифтов, начертания букв не проверены: сравните данные ниже с документом",
        en:
          "the trust bundle has no fonts, so the drawings of the letters were not checked: compare the data below"
      )
    case .printedDiffers:
      Message(
        kk: "суретте басқаша оқылған дерек бар, оны көзбен тексеріңіз",
        ru: "на снимке кое-что прочитано иначе, проверьте это глазами",
        en: "something was read otherwise in the picture; look at it yourself")
    case .attachmentsNotChecked:
      Message(
        kk: "файлға тіркелген деректер тексерілмеді", ru: "вложения файла не проверены",
        en: "the attachments of the file were not checked")
    case .severalPapers:
      Message(
        kk: "суретте бірнеше құжат бар: әрқайсысын бөлек түсіріңіз",
        ru: "на снимке несколько документов: снимайте по одному",
        en: "there are several papers in the picture: take one paper at a time")
    case .paperNotSeen:
      Message(
        kk: "тек код тексерілді, төмендегі деректерді құжатпен салыстырыңыз",
        ru: "проверен только код, сравните данные ниже с документом",
        en: "only the code was checked; compare the data below with the paper")
    case .sealNotSeen:
      Message(
        kk: "QR код тексерілген жоқ: нөмір мен тексеру коды тізілімнен табылды",
        ru: "QR-код не проверялся: номер и проверочный код найдены в реестре",
        en: "the seal was not checked: number and check code were found in the register")
    case .nameCut:
      Message(
        kk: "есімнің соңы QR кодқа сыймаған, басын салыстырыңыз",
        ru: "конец имени не поместился в QR-код, сравните начало",
        en: "the end of the name did not fit into the seal; compare its beginning")
    default:
      Message(
        kk: "құжатта паспорт нөмірі жоқ: паспортты сұрап, аты-жөнін салыстырыңыз",
        ru: "номера паспорта в документе нет: попросите паспорт и сверьте имя",
        en: "the paper prints no passport number: ask for the passport and compare the name")
    }
  }
}
