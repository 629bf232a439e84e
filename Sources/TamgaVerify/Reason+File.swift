internal import TamgaDomain

extension Reason {
  /// What was seen of a file, in words.
  var fileMessage: Message {
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
    default:
      Message(
        kk: "файл өзгертілген", ru: "файл изменён", en: "the file was changed")
    }
  }
}
