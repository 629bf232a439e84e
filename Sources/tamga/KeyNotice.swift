import TamgaDomain
import TamgaIssue
import TamgaKeys
import TamgaRegister

/// What people should know of the office, its keys and its forms before they go on.
enum KeyNotice {
  /// Said of papers that name bodies of the sample and a host where no check page is.
  static func sample(_ host: String) -> Message {
    Message(
      kk:
        "кеңсе баптауы әлі үлгі күйінде (\(host)): мұндай құжаттарды адамға беруге болмайды; tamga.yaml ішіне өзіңіздің «verifyHost» және «issuingBodies» мәндерін жазыңыз",
      ru:
        "настройки ведомства – ещё образец (\(host)): выдавать такие документы людям нельзя; впишите в tamga.yaml свои «verifyHost» и «issuingBodies»",
      en:
        "the office's settings are still the sample (\(host)): such papers must not be handed out; put your own verifyHost and issuingBodies into tamga.yaml"
    )
  }

  /// Warns of test keys, of a key that ends soon, and of forms that were edited under papers: who issues on would make
  /// two sorts of one paper and hear of it at the next audit.
  static func say(_ office: Office) {
    for words in words(office) { Terminal.say(words, .warning) }
    let changed = ((try? office.changedForms()) ?? []).filter {
      !$0.form.isAccepted && !$0.files.isEmpty
    }
    for form in changed {
      let (edition, words) = (form.form.edition, form.message)
      Terminal.say(
        Message(
          kk: "\(edition): \(words.kk)", ru: "\(edition): \(words.ru)",
          en: "\(edition): \(words.en)"), .warning)
    }
    guard let first = changed.first?.form.edition else { return }
    Terminal.say(
      Message(
        kk: "қайтарыңыз немесе жауап беріңіз: «tamga register accept-form \(first) --reason СЕБЕП»",
        ru:
          "верните прежнее или ответьте за него: «tamga register accept-form \(first) --reason ПРИЧИНА»",
        en: "put it back, or answer for it: 'tamga register accept-form \(first) --reason TEXT'"),
      .hint)
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
