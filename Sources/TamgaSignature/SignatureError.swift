public import TamgaDomain
public import TamgaToken

/// Why a document cannot be signed. Never holds a PIN.
public struct SignatureError: Problem, Hashable {
  public enum Code: String, ProblemCode {
    /// A paper that must be signed is one of a body without a certificate.
    case noCertificate = "signature-no-certificate"
    /// libcrypto is not installed.
    case noLibrary = "signature-no-library"
    /// A file of `signatures:` is not there or is not what it should be.
    case unreadable = "signature-unreadable"
    case noPIN = "signature-no-pin"
    case wrongPIN = "signature-wrong-pin"
    /// The token with the key refuses, or is not there: ``SignatureError/token`` says why.
    case token = "signature-token"
    /// The key is not the one of the certificate.
    case otherKey = "signature-other-key"
    /// Neither RSA of 2048 bits at least nor a curve of 256 at least.
    case algorithm = "signature-algorithm"
    /// The certificate is not one for signatures that stand for a hand.
    case usage = "signature-usage"
    case notYetValid = "signature-certificate-not-yet-valid"
    case expired = "signature-certificate-expired"
    /// Its chain does not lead to one of the roots.
    case noChain = "signature-no-chain"
    /// The key refused to sign.
    case refused = "signature-refused"
    /// The time stamp service does not answer.
    case noTimeStamp = "signature-no-time-stamp"
    /// What it answered is no time stamp over this signature.
    case wrongTimeStamp = "signature-wrong-time-stamp"
    /// The signature is longer than the room that was kept for it.
    case tooLong = "signature-too-long"
  }

  public let code: Code
  /// A file, a service's address or an issuing body.
  public let place: String
  /// What libcrypto said, for those who know it; empty where it said nothing.
  let reason: String
  /// What the token said; nil of all else.
  public let token: TokenError?

  public init(_ code: Code, _ place: String) { self.init(code, place, reason: "") }

  init(_ code: Code, _ place: String, reason: String) {
    self.code = code
    self.place = place
    self.reason = reason
    token = nil
  }

  /// What a token says, at its label.
  init(_ token: TokenError) {
    code = token.code == .wrongPIN ? .wrongPIN : .token
    place = token.place
    reason = ""
    self.token = token
  }

  /// Whether the same PIN must not be tried again: tokens count.
  public var isLasting: Bool { token?.isOfPIN ?? false }

  public var message: Message {
    if let token { return token.message }
    let tail = reason.isEmpty ? "" : " (" + reason + ")"
    let words = words
    return Message(kk: words.kk + tail, ru: words.ru + tail, en: words.en + tail)
  }

  private var words: Message {
    switch code {
    case .noCertificate:
      Message(
        kk: "бұл органның ЭЦҚ сертификаты бапталмаған",
        ru: "сертификат ЭЦП этого органа не настроен",
        en: "no certificate for signing is configured for this body")
    case .noLibrary:
      Message(
        kk: "libcrypto кітапханасы орнатылмаған", ru: "библиотека libcrypto не установлена",
        en: "the library libcrypto is not installed")
    case .unreadable:
      Message(
        kk: "кілт немесе сертификат файлы оқылмайды",
        ru: "файл ключа или сертификата не читается",
        en: "the file of a key or certificate cannot be read")
    case .noPIN:
      Message(
        kk: "ЭЦҚ кілтінің құпиясөзі берілмеген", ru: "пароль ключа ЭЦП не дан",
        en: "no PIN of the signing key was given")
    case .wrongPIN:
      Message(
        kk: "ЭЦҚ кілтінің құпиясөзі қате", ru: "пароль ключа ЭЦП неверен",
        en: "the PIN of the signing key is wrong")
    case .token:
      Message(
        kk: "ЭЦҚ кілті сақталған токен бас тартты", ru: "токен с ключом ЭЦП отказал",
        en: "the token with the signing key refused")
    case .otherKey:
      Message(
        kk: "кілт сертификаттың кілті емес", ru: "ключ не подходит к сертификату",
        en: "the key is not that of the certificate")
    case .algorithm:
      Message(
        kk: "ЭЦҚ кілтінің алгоритмі немесе ұзындығы жарамайды",
        ru: "алгоритм или длина ключа ЭЦП не подходит",
        en: "the algorithm or the length of the signing key does not do")
    case .usage:
      Message(
        kk: "сертификат қол қоюға арналмаған (nonRepudiation белгісі жоқ)",
        ru: "сертификат не для подписания (нет признака nonRepudiation)",
        en: "the certificate is not for signing (it lacks nonRepudiation)")
    case .notYetValid:
      Message(
        kk: "сертификаттың мерзімі әлі басталмаған", ru: "срок сертификата ещё не начался",
        en: "the certificate's term has not begun")
    case .expired:
      Message(
        kk: "сертификаттың мерзімі өткен", ru: "срок сертификата истёк",
        en: "the certificate's term is over")
    case .noChain:
      Message(
        kk: "сертификат көрсетілген түбір сертификаттардың ешқайсысына апармайды",
        ru: "цепочка сертификата не ведёт ни к одному из указанных корневых сертификатов",
        en: "the certificate's chain leads to none of the named roots")
    case .refused:
      Message(
        kk: "ЭЦҚ қойылмады: кілт бас тартты", ru: "ЭЦП не поставлена: ключ отказал",
        en: "the document was not signed: the key refused")
    case .noTimeStamp:
      Message(
        kk: "уақыт белгісі қызметі жауап бермейді", ru: "служба меток времени не отвечает",
        en: "the time stamp service does not answer")
    case .wrongTimeStamp:
      Message(
        kk: "уақыт белгісі қызметінің жауабы бұл қолтаңбаның белгісі емес",
        ru: "ответ службы меток времени – не метка этой подписи",
        en: "the answer of the time stamp service is no stamp of this signature")
    case .tooLong:
      Message(
        kk: "қолтаңба файлда оған қалдырылған орыннан ұзын",
        ru: "подпись длиннее места, оставленного для неё в файле",
        en: "the signature is longer than the room that the file keeps for it")
    }
  }

  public var hint: Message? {
    if let hint = token?.hint { return hint }
    return switch code {
    case .noCertificate:
      Message(
        kk: "оны tamga.yaml файлының signatures бөліміне жазыңыз",
        ru: "укажите его в разделе signatures файла tamga.yaml",
        en: "name it in the section 'signatures' of tamga.yaml")
    case .noLibrary:
      Message(
        kk: "libssl3 пакетін орнатыңыз", ru: "установите пакет libssl3",
        en: "install the package libssl3")
    case .unreadable:
      Message(
        kk: "tamga.yaml ішіндегі signatures бөліміндегі жолды тексеріңіз",
        ru: "проверьте путь в разделе signatures файла tamga.yaml",
        en: "check the path in the section 'signatures' of tamga.yaml")
    case .noPIN, .wrongPIN:
      Message(
        kk:
          "--passphrase-fd document:N немесе tamga-passphrase-document куәлігі арқылы беріңіз: нөмірлер сол күйі қалады",
        ru:
          "дайте его через --passphrase-fd document:N или учётные данные tamga-passphrase-document: номера останутся теми же",
        en:
          "give it with --passphrase-fd document:N or as the credential tamga-passphrase-document: numbers stay the same"
      )
    case .otherKey, .usage, .algorithm:
      Message(
        kk: "органның қол қоюға арналған кілтін алыңыз: RSA (кемінде 2048 бит) немесе P-256",
        ru: "возьмите ключ органа для подписания: RSA от 2048 бит или P-256",
        en: "take the body's key for signing: RSA of 2048 bits or more, or P-256")
    case .notYetValid, .expired:
      Message(
        kk: "органның жаңа сертификатын tamga.yaml файлына жазыңыз",
        ru: "укажите новый сертификат органа в tamga.yaml",
        en: "name the body's new certificate in tamga.yaml")
    case .noChain:
      Message(
        kk: "roots тізіміне куәландырушы орталықтың түбір сертификатын қосыңыз",
        ru: "добавьте в roots корневой сертификат удостоверяющего центра",
        en: "add the root certificate of the certification authority to 'roots'")
    case .refused, .token, .noTimeStamp, .wrongTimeStamp:
      Message(
        kk: "себебін жойып, пәрменді қайталаңыз: нөмірлер сол күйі қалады",
        ru: "устраните причину и повторите команду: номера останутся теми же",
        en: "mend the cause and run the command again: numbers stay the same")
    case .tooLong:
      Message(
        kk: "пәрменді қайталаңыз: орын сынақ қолтаңбамен қайта өлшенеді",
        ru: "повторите команду: место будет заново измерено пробной подписью",
        en: "run the command again: the room is measured anew by a trial signature")
    }
  }
}
