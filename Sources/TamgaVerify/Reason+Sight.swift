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

  var paperMessage: Message {
    switch self {
    case .textHidden:
      Message(
        kk: "файлда мәтіннің бір бөлігі көрінбейтін етілген",
        ru: "часть текста в файле сделана невидимой",
        en: "a part of the text was made invisible in the file")
    case .textCovered:
      Message(
        kk: "мәтіннің үстін бірдеңе жауып тұр", ru: "текст чем-то перекрыт",
        en: "something lies over the text")
    case .textMoved:
      Message(
        kk: "мәтін өз орнынан жылжытылған", ru: "текст передвинут со своего места",
        en: "text was moved from its place")
    case .lettersReplaced:
      Message(
        kk: "әріптердің суреті ауыстырылған: көрінетін мәтін файлдағы мәтін емес",
        ru: "начертания букв подменены: видно не то, что записано",
        en: "the drawings of letters were replaced: what is seen is not what is written")
    case .foreignDrawing:
      Message(
        kk: "бетке бөтен сурет, сызба немесе код қосылған",
        ru: "на страницу добавлены рисунок, линии или код",
        en: "a picture, a drawing or a code was put on the page")
    case .fileAdditions:
      Message(
        kk: "файлға аннотация, өріс, сценарий, қабат немесе тіркеме қосылған",
        ru: "в файл добавлены аннотация, поле, сценарий, слой или вложение",
        en: "an annotation, a field, a script, a layer or an attachment was put into the file")
    case .dataAltered:
      Message(
        kk: "файлдың бағдарламалар оқитын бөлігі куәландырылғандай емес: деректер немесе тіл",
        ru: "то, что в файле читают программы, не то, что заверено: данные или язык",
        en: "what programs read in the file is not what was sealed: its data or its language")
    case .fileUpdated:
      Message(
        kk: "файл шығарылғаннан кейін толықтырылған", ru: "файл дополнен после выпуска",
        en: "the file was added to after it was issued")
    case .fileMalformed:
      Message(
        kk: "файл бүлінген немесе әр бағдарлама оны әрқалай көрсететіндей жазылған",
        ru: "файл повреждён или записан так, что программы показывают его по-разному",
        en: "the file is damaged, or written so that programs show it differently")
    case .fileRewritten:
      Message(
        kk:
          "файлды басқа бағдарлама қайта сақтаған: паспортпен салыстырыңыз немесе кеңсе берген файлды сұраңыз",
        ru:
          "файл пересохранен другой программой: сверьте с паспортом или попросите файл, выданный ведомством",
        en:
          "the file was saved again by another program: compare with the passport, or ask for the issued file"
      )
    case .printRun:
      Message(
        kk:
          "файлда баспаға арналған бірнеше құжат бар: паспортпен салыстырыңыз немесе ведомство берген файлды сұраңыз",
        ru:
          "в файле несколько документов, как для печати: сверьте с паспортом или попросите файл, выданный ведомством",
        en:
          "the file holds several papers, as for the printer: compare with the passport, or ask for the issued file"
      )
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
