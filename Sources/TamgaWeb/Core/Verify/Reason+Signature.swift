internal import TamgaDomain

extension Reason {
  var signatureMessage: Message {
    Message(
      kk: "файлдың ЭЦҚ-сы тексерілмеді", ru: "ЭЦП файла не проверена",
      en: "the file's signature was not checked")
  }
}
