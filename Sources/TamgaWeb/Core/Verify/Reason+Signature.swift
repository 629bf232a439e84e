internal import TamgaDomain

extension Reason {
  var signatureMessage: Message {
    Message(
      kk: "құжат файлының ЭЦҚ-сы мұнда тексерілмеді", ru: "ЭЦП файла документа здесь не проверена",
      en: "the signature of the paper's file was not checked here")
  }
}
