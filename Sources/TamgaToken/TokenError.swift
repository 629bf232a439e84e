public import TamgaDomain

/// Why a token does not sign. Never holds a PIN.
public struct TokenError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    /// The module is not there or is no PKCS #11 module.
    case noModule = "token-no-module"
    /// No slot has a token of that label.
    case noToken = "token-no-token"
    /// Several tokens have that label.
    case severalTokens = "token-several-tokens"
    /// The token holds no such key, or another one under its id.
    case noKey = "token-no-key"
    case wrongPIN = "token-wrong-pin"
    /// One wrong PIN more would lock the token: nothing was tried.
    case lastTry = "token-last-try"
    case locked = "token-locked"
    /// The token cannot make or use keys of this algorithm.
    case algorithm = "token-algorithm"
    /// Every other refusal of the token.
    case refused = "token-refused"
    /// What the token signed does not verify.
    case falseSignature = "token-false-signature"
  }

  public let code: Code
  /// The module's file name or the token's label.
  public let place: String
  /// The number that the module gave (`CKR_…`), where there is one.
  public let reason: UInt?

  init(_ code: Code, _ place: String, reason: UInt? = nil) {
    self.code = code
    self.place = place
    self.reason = reason
  }

  /// Whether every further try with the same PIN would cost one of the token's.
  public var isOfPIN: Bool { [.wrongPIN, .lastTry, .locked].contains(code) }

  public var message: Message {
    let tail = reason.map { " (0x" + String($0, radix: 16) + ")" } ?? ""
    let words =
      switch code {
      case .noModule:
        Message(
          kk: "PKCS #11 модулі ашылмайды", ru: "модуль PKCS #11 не открывается",
          en: "the PKCS #11 module cannot be opened")
      case .noToken:
        Message(kk: "токен салынбаған", ru: "токен не вставлен", en: "the token is not there")
      case .severalTokens:
        Message(
          kk: "мұндай атаумен бірнеше токен бар", ru: "токенов с таким именем несколько",
          en: "several tokens have this label")
      case .noKey:
        Message(
          kk: "токенде бұл кілт жоқ", ru: "в токене нет этого ключа",
          en: "the token does not hold this key")
      case .wrongPIN:
        Message(
          kk: "PIN қате, әрекет саны шектеулі: енді қайталанбайды",
          ru: "PIN неверен, число попыток ограничено: повтора не будет",
          en: "the PIN is wrong; attempts are limited, so it is not tried again")
      case .lastTry:
        Message(
          kk: "токенде PIN үшін бір ғана әрекет қалды, ол жұмсалмады",
          ru: "у токена осталась одна попытка PIN, она не потрачена",
          en: "one attempt is left for the PIN of the token; it was not used")
      case .locked:
        Message(kk: "токен бұғатталған", ru: "токен заблокирован", en: "the token is locked")
      case .algorithm:
        Message(
          kk: "токен бұл алгоритмді білмейді", ru: "токен не знает этого алгоритма",
          en: "the token does not know this algorithm")
      case .refused:
        Message(kk: "токен бас тартты", ru: "токен отказал", en: "the token refused")
      case .falseSignature:
        Message(
          kk: "токеннің қолтаңбасы дұрыс емес", ru: "подпись токена неверна",
          en: "the signature of the token does not verify")
      }
    return Message(kk: words.kk + tail, ru: words.ru + tail, en: words.en + tail)
  }

  /// What to do about it.
  public var hint: Message? {
    switch code {
    case .noModule:
      Message(
        kk: "модульдің толық жолын тексеріңіз, мысалы /usr/lib/softhsm/libsofthsm2.so",
        ru: "проверьте полный путь модуля, например /usr/lib/softhsm/libsofthsm2.so",
        en: "check the full path of the module, for example /usr/lib/softhsm/libsofthsm2.so")
    case .noToken:
      Message(
        kk: "токенді салып, пәрменді қайталаңыз: нөмірлер сол күйі қалады",
        ru: "вставьте токен и повторите команду: номера останутся теми же",
        en: "put the token in and run the command again: numbers stay the same")
    case .severalTokens:
      Message(
        kk: "артық токенді шығарыңыз", ru: "выньте лишний токен", en: "remove the surplus token")
    case .wrongPIN:
      Message(
        kk: "PIN-ді тексеріңіз: бірнеше қатеден кейін токен бұғатталады",
        ru: "проверьте PIN: после нескольких ошибок токен блокируется",
        en: "check the PIN: after a few mistakes the token locks itself")
    case .lastTry, .locked:
      Message(
        kk: "PIN-ді токеннің өз бағдарламасымен енгізіңіз",
        ru: "введите PIN программой самого токена",
        en: "enter the PIN with the token's own program")
    case .noKey, .algorithm, .refused, .falseSignature: nil
    }
  }
}
