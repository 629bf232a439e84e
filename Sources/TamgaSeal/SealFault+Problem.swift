public import TamgaDomain

// Told to people when the office's own seal cannot be made; a verdict has its own words.

extension SealFault {
  /// A stable name for each fault.
  public enum Code: String, ProblemCode {
    /// Of ``SealFault/tooLong``.
    case tooLong = "seal-too-long"
    /// Of ``SealFault/encoding``.
    case encoding = "seal-encoding"
    /// Of ``SealFault/structure``.
    case structure = "seal-structure"
    /// Of ``SealFault/header``.
    case header = "seal-header"
    /// Of ``SealFault/algorithm``.
    case algorithm = "seal-algorithm"
    /// Of ``SealFault/signatureForm``.
    case signatureForm = "seal-signature-form"
    /// Of ``SealFault/unknownKey``.
    case unknownKey = "seal-unknown-key"
    /// Of ``SealFault/keyAlgorithm``.
    case keyAlgorithm = "seal-key-algorithm"
    /// Of ``SealFault/signature``.
    case signature = "seal-signature"
    /// Of ``SealFault/claims(_:)``; the fault of the claims follows it.
    case claims = "seal-claims"
  }

  public var code: Code {
    switch self {
    case .tooLong: .tooLong
    case .encoding: .encoding
    case .structure: .structure
    case .header: .header
    case .algorithm: .algorithm
    case .signatureForm: .signatureForm
    case .unknownKey: .unknownKey
    case .keyAlgorithm: .keyAlgorithm
    case .signature: .signature
    case .claims: .claims
    }
  }

  public var message: Message {
    switch self {
    case .tooLong:
      Message(
        kk: "электрондық куәландыру QR кодына сыймайды",
        ru: "электронное заверение не помещается в QR-код",
        en: "the seal does not fit into a QR code")
    case .encoding, .structure, .header:
      Message(
        kk: "электрондық куәландыру белгіленген пішімде емес",
        ru: "электронное заверение записано не по формату",
        en: "the seal does not have the form of the format")
    case .algorithm, .keyAlgorithm:
      Message(
        kk: "электрондық куәландырудың алгоритмі кілтке сай емес",
        ru: "алгоритм электронного заверения не подходит к ключу",
        en: "the algorithm of the seal does not fit the key")
    case .signatureForm, .signature:
      Message(
        kk: "электрондық куәландырудың қолтаңбасы дұрыс емес",
        ru: "подпись электронного заверения неверна", en: "the signature of the seal does not hold")
    case .unknownKey:
      Message(
        kk: "электрондық куәландырудың кілті белгісіз",
        ru: "ключ электронного заверения неизвестен", en: "the key of the seal is not known")
    case .claims(let fault): fault.message
    }
  }

  public var hint: Message? {
    switch self {
    case .claims(let fault): fault.hint
    case .unknownKey, .keyAlgorithm:
      Message(
        kk: "кілттерді «tamga keys list» арқылы тексеріңіз",
        ru: "проверьте ключи: «tamga keys list»", en: "examine the keys: 'tamga keys list'")
    default: nil
    }
  }
}

extension ClaimFault {
  /// A stable name for each fault.
  public enum Code: String, ProblemCode {
    /// Of ``ClaimFault/encoding``.
    case encoding = "claim-encoding"
    /// Of ``ClaimFault/missing(_:)``.
    case missing = "claim-missing"
    /// Of ``ClaimFault/type(_:)``.
    case type = "claim-type"
    /// Of ``ClaimFault/value(_:)``.
    case value = "claim-value"
    /// Of ``ClaimFault/unknown(_:)``.
    case unknown = "claim-unknown"
    /// Of ``ClaimFault/order``.
    case order = "claim-order"
  }

  public var code: Code {
    switch self {
    case .encoding: .encoding
    case .missing: .missing
    case .type: .type
    case .value: .value
    case .unknown: .unknown
    case .order: .order
    }
  }

  public var message: Message {
    switch self {
    case .encoding:
      Message(
        kk: "куәландырылатын мәліметтер белгіленген пішімде емес",
        ru: "заверяемые сведения записаны не по формату",
        en: "the sealed data do not have the form of the format")
    case .missing(let key):
      Message(
        kk: "куәландырылатын № \(key) мәлімет жоқ", ru: "нет заверяемого сведения № \(key)",
        en: "sealed claim \(key) is missing")
    case .type(let key):
      Message(
        kk: "куәландырылатын № \(key) мәліметтің түрі басқа",
        ru: "заверяемое сведение № \(key) другого типа",
        en: "sealed claim \(key) has another type")
    case .value(let key):
      Message(
        kk: "куәландырылатын № \(key) мәлімет тым ұзын, бос немесе басылмайтын таңбасы бар",
        ru: "заверяемое сведение № \(key) слишком длинное, пустое или с непечатным знаком",
        en: "sealed claim \(key) is too long, empty, or has a character that is never printed")
    case .unknown(let key):
      Message(
        kk: "куәландыруда № \(key) мәлімет болмайды", ru: "в заверении не бывает сведения № \(key)",
        en: "the seal knows no claim \(key)")
    case .order:
      Message(
        kk: "мерзімнің басы соңынан кейін тұр", ru: "начало срока позже его конца",
        en: "the term begins after it ends")
    }
  }

  public var hint: Message? {
    Message(
      kk: "құжат түрінің манифестіндегі claims бөлімін және жазбаның өрістерін тексеріңіз",
      ru: "проверьте раздел claims в манифесте вида документа и поля записи",
      en: "examine claims in the manifest of the kind, and the fields of the record")
  }
}
