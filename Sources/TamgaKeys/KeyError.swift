public import TamgaDomain
internal import TamgaFiles
internal import TamgaToken

/// Why an office's keys cannot be used. Never holds a secret or a passphrase.
public struct KeyError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    case readableByOthers = "key-readable-by-others"
    case damaged = "key-damaged"
    case parameters = "key-parameters"
    case noSigningKey = "key-no-signing-key"
    case noStatusKey = "key-no-status-key"
    case noRootKey = "key-no-root-key"
    case unknownKey = "key-unknown-key"
    case passphraseMissing = "key-passphrase-missing"
    case passphraseWrong = "key-passphrase-wrong"
    case passphraseWeak = "key-passphrase-weak"
    case passphraseUnreadable = "key-passphrase-unreadable"
    case token = "key-token"
    case testKeys = "key-test-keys"
    case otherOffice = "key-other-office"
    case otherRoot = "key-other-root"
    case tooManyKeys = "key-too-many-keys"
    case moment = "key-moment"
    case place = "key-place"
    case busy = "key-busy"
    case disk = "key-disk"
    case seal = "key-seal"
  }

  public let code: Code
  /// A path below the office folder, a key id, or a token's label.
  public let place: String
  public let message: Message
  public let hint: Message?

  init(
    _ code: Code, _ place: String, kk: String, ru: String, en: String, hint: Message? = nil
  ) {
    self.code = code
    self.place = place
    message = Message(kk: kk, ru: ru, en: en)
    self.hint = hint
  }

  init(_ error: TokenError) {
    code = .token
    place = error.place
    message = error.message
    hint = error.hint
  }
}

extension KeyError {
  static func damaged(_ place: String) -> KeyError {
    KeyError(
      .damaged, place, kk: "кілт файлы оқылмайды", ru: "файл ключа не читается",
      en: "the key file cannot be read")
  }

  static func noSigningKey(_ place: String = "keys") -> KeyError {
    KeyError(
      .noSigningKey, place, kk: "қазір қол қоятын кілт жоқ",
      ru: "нет ключа, который подписывает сейчас",
      en: "there is no key that signs at this time",
      hint: Message(
        kk: "«tamga keys rotate» жаңа кілт жасайды", ru: "«tamga keys rotate» создаёт новый ключ",
        en: "'tamga keys rotate' makes a new one"))
  }

  static func noStatusKey() -> KeyError {
    KeyError(
      .noStatusKey, "keys", kk: "мәртебе кілті жоқ", ru: "нет ключа статусов",
      en: "the status key is not here",
      hint: Message(
        kk: "«tamga keys rotate --role status» жаңасын жасайды",
        ru: "«tamga keys rotate --role status» создаёт новый",
        en: "'tamga keys rotate --role status' makes a new one"))
  }

  static func noRootKey() -> KeyError {
    KeyError(
      .noRootKey, "keys", kk: "түпкі кілт мұнда жоқ", ru: "корневого ключа здесь нет",
      en: "the root key is not here",
      hint: Message(
        kk: "оның файлын --root-key арқылы көрсетіңіз",
        ru: "назовите его файл через --root-key",
        en: "name its file by --root-key"))
  }

  static func unknownKey(_ id: String) -> KeyError {
    KeyError(
      .unknownKey, id, kk: "мұндай кілт жоқ", ru: "такого ключа нет",
      en: "there is no such issuing key",
      hint: Message(
        kk: "«tamga keys list» кілттерді көрсетеді", ru: "ключи показывает «tamga keys list»",
        en: "'tamga keys list' shows the keys"))
  }

  static func passphraseMissing(_ role: KeyRole, _ place: String) -> KeyError {
    KeyError(
      .passphraseMissing, place, kk: "бұл кілтке құпиясөз немесе PIN керек",
      ru: "для этого ключа нужен пароль или PIN",
      en: "this key needs a passphrase or a PIN",
      hint: Message(
        kk:
          "--passphrase-fd N арқылы беріңіз немесе tamga-passphrase-\(role.rawValue) жүйелік құпиясын қойыңыз",
        ru:
          "передайте через --passphrase-fd N или системным секретом tamga-passphrase-\(role.rawValue)",
        en: "give it by --passphrase-fd N, or as the credential tamga-passphrase-\(role.rawValue)"))
  }

  /// One answer for a wrong passphrase and for a file that somebody changed.
  static func passphraseWrong(_ place: String) -> KeyError {
    KeyError(
      .passphraseWrong, place, kk: "құпиясөз бұл кілтті ашпайды немесе файл өзгертілген",
      ru: "пароль не открывает этот ключ, или файл изменён",
      en: "the passphrase does not open this key, or the file was changed")
  }

  static func disk(_ place: String, _ fault: FileFault) -> KeyError {
    KeyError(
      .disk, place, kk: fault.message.kk, ru: fault.message.ru, en: fault.message.en,
      hint: fault.hint)
  }

  static func disk(_ place: String, _ reason: SystemReason) -> KeyError {
    let words = reason.message
    return KeyError(
      .disk, place, kk: "жазылмады: \(words.kk)", ru: "не записано: \(words.ru)",
      en: "could not be written: \(words.en)",
      hint: Message(
        kk: "қалтаның құқықтары мен дискідегі орынды тексеріңіз",
        ru: "проверьте права на папку и место на диске",
        en: "check the rights of the folder and the room on the disk"))
  }
}
