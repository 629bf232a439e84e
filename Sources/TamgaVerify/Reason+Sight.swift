internal import TamgaDomain

/// What was seen of a paper, in words.
extension Reason {
  var noCodeMessage: Message {
    switch self {
    case .noCodeSeen:
      Message(
        kk: "суретте код көрінбейді: бетті толық, жарықта және тіке түсіріңіз",
        ru: "кода на снимке не видно: снимите страницу целиком, при свете и прямо",
        en: "no code is seen: take the whole page, in good light and straight on")
    case .codeUnread:
      Message(
        kk: "код бар, бірақ тым бұлыңғыр немесе бүлінген: қозғалтпай, айқын етіп қайта түсіріңіз",
        ru: "код есть, но он смазан, закрыт или повреждён: снимите его снова, резко и не двигаясь",
        en:
          "a code is there but blurred, covered or damaged: take it again, in focus and held still"
      )
    case .codeTooSmall:
      Message(
        kk: "код бар, бірақ суретте тым ұсақ: жақыннан түсіріңіз не үлкен суретті жіберіңіз",
        ru:
          "код есть, но на снимке он слишком мелок: снимите его ближе или пришлите снимок крупнее",
        en:
          "a code is there but too small in the picture: take it closer, or send the picture larger"
      )
    case .codeNotOurs:
      Message(
        kk: "код бар, бірақ ол Tamga коды емес: беттің төменгі сол жағындағы кодты түсіріңіз",
        ru: "код есть, но это не код Tamga: снимите код внизу страницы слева",
        en: "there is a code, but no Tamga seal: take the code at the lower left of the page")
    case .textNotOurs:
      Message(
        kk: "мәтінде QR кодтың мазмұны жоқ: кодты сканерлеңіз немесе құжаттың файлын беріңіз",
        ru: "в тексте нет содержимого QR-кода: отсканируйте код или дайте файл документа",
        en: "the text is not that of a QR code of ours: scan the code, or give the paper's file")
    case .pairNotFound:
      Message(
        kk: "нөмір мен тексеру коды бірге табылмады: екеуін де құжаттағыдай теріңіз",
        ru: "номер и проверочный код вместе не найдены: наберите оба как на документе",
        en: "number and check code are not found together: type both as the paper shows them")
    case .typedWrongly:
      Message(
        kk: "нөмір қате терілген: соңғы цифры сай емес, құжаттан қайта теріңіз",
        ru: "номер набран неверно: последняя цифра не сходится, наберите его с документа ещё раз",
        en: "the number is typed wrongly: its last digit does not fit; type it again from the paper"
      )
    case .coverSheet:
      Message(
        kk: "басып шығару топтамасының ілеспе парағы: құжаттардың өзін тексеріңіз",
        ru: "это сопроводительный лист партии печати: проверяйте сами документы",
        en: "it is the cover sheet of a print run: check the documents themselves")
    case .blankPages:
      Message(
        kk: "файлдың беттері бос: басқа файлды немесе құжаттың екінші жағын беріңіз",
        ru: "страницы файла пустые: дайте другой файл или другую сторону документа",
        en: "the pages of the file are blank: give another file, or the other side of the paper")
    case .lookUnfinished:
      Message(
        kk: "уақыт жетпеді: кодтың өзін ғана түсіріңіз немесе қайталап көріңіз",
        ru: "не хватило времени: снимите только код или повторите",
        en: "the time was too short: take the code alone, or try again")
    default:
      Message(
        kk: "Tamga коды табылмады", ru: "код Tamga не найден",
        en: "no code with a Tamga seal was found")
    }
  }
}
