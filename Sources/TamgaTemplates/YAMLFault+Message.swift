import TamgaDomain
import TamgaYAML

extension YAMLFault {
  /// The fault's code among those of the files of an office.
  var code: TemplateFault.Code { if case .duplicateKey = kind { .duplicate } else { .notYAML } }

  /// What is wrong, for the office's IT.
  var message: Message {
    switch kind {
    case .syntax(let reason): syntax(YAMLSyntaxReason.words(reason))
    case .secondDocument:
      Message(
        kk: "файлда бір ғана құжат болуы керек («---» артық)",
        ru: "в файле должен быть один документ (лишнее «---»)",
        en: "a file holds one document; there is a '---' too many")
    case .tooDeep:
      Message(kk: "тым терең", ru: "слишком глубокая вложенность", en: "nested too deeply")
    case .keyIsNoText:
      Message(kk: "кілт сөз болуы керек", ru: "ключ – это слово", en: "a key is a word")
    case .duplicateKey(let key):
      Message(
        kk: "«\(key)» кілті екі рет берілген", ru: "ключ «\(key)» дан дважды",
        en: "the key '\(key)' is given twice")
    case .reference:
      Message(
        kk: "«&», «*» және «!» белгілері қолданылмайды; мәтінді тырнақшаға алыңыз",
        ru: "знаки «&», «*» и «!» здесь не служебные; возьмите текст в кавычки",
        en: "'&', '*' and '!' have no meaning here; put the text in quotes")
    }
  }

  private func syntax(_ reason: Message) -> Message {
    Message(
      kk: "YAML дұрыс жазылмаған: \(reason.kk)", ru: "неверная запись YAML: \(reason.ru)",
      en: "not YAML: \(reason.en)")
  }
}
