internal import TamgaDomain

/// What was seen of a file's signature, in words.
extension Reason {
  var signatureMessage: Message {
    switch self {
    case .signatureMissing:
      Message(
        kk: "файлда болуға тиіс ЭЦҚ жоқ: ол алынып тасталған немесе файл қайта жасалған",
        ru: "в файле нет ЭЦП, которая должна быть: её удалили, или файл создан заново",
        en: "the file lacks the signature that it must carry: it was removed, or the file made anew"
      )
    case .signatureInvalid:
      Message(
        kk: "файлдың ЭЦҚ-сы сай келмейді: файл немесе қолтаңба өзгертілген",
        ru: "ЭЦП файла не сходится: изменён файл или сама подпись",
        en: "the file's signature does not hold: the file or the signature was changed")
    case .signatureUntrusted:
      Message(
        kk:
          "ЭЦҚ сертификаты сенімді түбірге апармайды: сенім бумасын жаңартыңыз немесе кеңседен сұраңыз",
        ru:
          "сертификат ЭЦП не ведёт к доверенному корню: обновите пакет доверия или спросите ведомство",
        en:
          "the signer's certificate leads to no trusted root: get a newer trust bundle, or ask the office"
      )
    case .signatureOtherBody:
      Message(
        kk: "ЭЦҚ-ны құжатты берген орган қоймаған: бұл басқа сертификат",
        ru: "ЭЦП поставил не орган, выдавший документ: это другой сертификат",
        en: "the signature is not that of the issuing body: it was made with another certificate")
    case .signatureExpired:
      Message(
        kk: "құжат шығарылған кезде ЭЦҚ сертификаты күшінде болмаған",
        ru: "при выпуске документа сертификат ЭЦП не действовал",
        en: "the signer's certificate was not in its term when the paper was issued")
    default: Self.signatureNotCheckedMessage
    }
  }

  private static var signatureNotCheckedMessage: Message {
    Message(
      kk: "файлдың ЭЦҚ-сы тексерілмеді", ru: "ЭЦП файла не проверена",
      en: "the file's signature was not checked")
  }
}
