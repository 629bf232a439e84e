import TamgaDomain
import TamgaIssue
import TamgaKeys

/// What people should know of the office and its keys before they go on.
enum KeyNotice {
  /// Warns of test keys and of a key that ends soon.
  static func say(_ office: Office) {
    for words in words(office) { Terminal.say(words, .warning) }
  }

  static func words(_ office: Office) -> [Message] {
    var words: [Message] = []
    if office.keys.isTest, office.configuration.isTest {
      words.append(
        Message(
          kk: "сынақ кеңсесі: құжаттары құқық бермейді",
          ru: "тестовое ведомство: его документы не дают прав",
          en: "a test office: its papers give no right"))
    }
    if let gone = (try? office.goneKinds()).flatMap(Office.warning) { words.append(gone) }
    if let days = office.keys.daysLeft(at: office.now()), days < KeyRules.warningDays {
      words.append(
        Message(
          kk: "қол қоятын кілттің мерзімі \(days) күннен кейін бітеді: «tamga keys rotate»",
          ru: "срок ключа, который подписывает, истекает через \(days) дн.: «tamga keys rotate»",
          en: "the key that signs ends in \(days) days: 'tamga keys rotate'"))
    }
    return words
  }
}
