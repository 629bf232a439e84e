public import TamgaDomain

/// Why a file is no trust bundle that one could judge by.
public enum TrustBundleError: Problem, Hashable {
  /// More bytes than ``TrustBundle/byteLimit``.
  case tooLarge
  /// The file does not begin as a bundle does.
  case notABundle
  /// Written by a later Tamga.
  case version
  /// The root part is not signed by the root key in the file.
  case rootSignature
  /// The root part is signed, and what it says breaks the format.
  case rootPart
  /// Another root key than the pinned one; holds the fingerprint of the file's.
  case otherRoot(String)
  /// The status part is not signed by the status key that the root part names.
  case statusSignature
  /// The status part was signed over another root part.
  case otherRootPart
  /// The status part is signed, and what it says breaks the format.
  case statusPart
  /// The zone of the office is none that this machine knows.
  case unknownZone(String)
  /// The fonts part is not signed by the status key.
  case fontsSignature
  /// The fonts part of another bundle.
  case otherFontsPart
  /// The fonts part is signed, and what it says breaks the format.
  case fontsPart
  /// A status list whose token is not the status key's.
  case list(Int)

  /// A stable name for each error.
  public enum Code: String, ProblemCode {
    /// Of ``TrustBundleError/tooLarge``.
    case tooLarge = "trust-too-large"
    /// Of ``TrustBundleError/notABundle``.
    case notABundle = "trust-not-a-bundle"
    /// Of ``TrustBundleError/version``.
    case version = "trust-version"
    /// Of ``TrustBundleError/rootSignature``.
    case rootSignature = "trust-root-signature"
    /// Of ``TrustBundleError/rootPart``.
    case rootPart = "trust-root-part"
    /// Of ``TrustBundleError/otherRoot(_:)``.
    case otherRoot = "trust-other-root"
    /// Of ``TrustBundleError/statusSignature``.
    case statusSignature = "trust-status-signature"
    /// Of ``TrustBundleError/otherRootPart``.
    case otherRootPart = "trust-other-root-part"
    /// Of ``TrustBundleError/statusPart``.
    case statusPart = "trust-status-part"
    /// Of ``TrustBundleError/unknownZone(_:)``.
    case unknownZone = "trust-unknown-zone"
    /// Of ``TrustBundleError/list(_:)``.
    case list = "trust-list"
    /// Of ``TrustBundleError/fontsSignature``.
    case fontsSignature = "trust-fonts-signature"
    /// Of ``TrustBundleError/otherFontsPart``.
    case otherFontsPart = "trust-other-fonts-part"
    /// Of ``TrustBundleError/fontsPart``.
    case fontsPart = "trust-fonts-part"
  }

  public var code: Code {
    switch self {
    case .tooLarge: .tooLarge
    case .notABundle: .notABundle
    case .version: .version
    case .rootSignature: .rootSignature
    case .rootPart: .rootPart
    case .otherRoot: .otherRoot
    case .statusSignature: .statusSignature
    case .otherRootPart: .otherRootPart
    case .statusPart: .statusPart
    case .unknownZone: .unknownZone
    case .list: .list
    case .fontsSignature: .fontsSignature
    case .otherFontsPart: .otherFontsPart
    case .fontsPart: .fontsPart
    }
  }

  public var message: Message {
    switch self {
    case .tooLarge:
      Message(
        kk: "сенім бумасы тым үлкен", ru: "пакет доверия слишком велик",
        en: "the trust bundle is too large")
    case .notABundle:
      Message(
        kk: "бұл файл сенім бумасы емес", ru: "этот файл не пакет доверия",
        en: "this file is no trust bundle")
    case .version:
      Message(
        kk: "сенім бумасының нұсқасы белгісіз", ru: "версия пакета доверия неизвестна",
        en: "the version of the trust bundle is unknown")
    case .rootSignature:
      Message(
        kk: "түпкі кілттің қолтаңбасы дұрыс емес", ru: "подпись корневого ключа неверна",
        en: "the signature of the root key does not hold")
    case .rootPart:
      Message(
        kk: "сенім бумасының түпкі бөлігі бүлінген",
        ru: "корневая часть пакета доверия повреждена",
        en: "the root part of the trust bundle is malformed")
    case .otherRoot(let fingerprint):
      Message(
        kk: "сенім бумасының түпкі кілті бекітілгенінен басқа: \(fingerprint)",
        ru: "корневой ключ пакета доверия не тот, что закреплён: \(fingerprint)",
        en: "the bundle has another root key than the pinned one: \(fingerprint)")
    case .statusSignature:
      Message(
        kk: "мәртебе кілтінің қолтаңбасы дұрыс емес", ru: "подпись ключа статусов неверна",
        en: "the signature of the status key does not hold")
    case .otherRootPart:
      Message(
        kk: "сенім бумасының екі бөлігі бір-біріне сай емес",
        ru: "две части пакета доверия не подходят друг к другу",
        en: "the two parts of the trust bundle do not belong together")
    case .statusPart:
      Message(
        kk: "сенім бумасының мәртебе бөлігі бүлінген",
        ru: "статусная часть пакета доверия повреждена",
        en: "the status part of the trust bundle is malformed")
    case .unknownZone(let name):
      Message(
        kk: "уақыт белдеуі белгісіз: \(name)", ru: "часовой пояс неизвестен: \(name)",
        en: "the time zone is unknown: \(name)")
    case .fontsSignature:
      Message(
        kk: "қаріптер бөлігінің қолтаңбасы дұрыс емес", ru: "подпись раздела шрифтов неверна",
        en: "the signature of the fonts part does not hold")
    case .otherFontsPart:
      Message(
        kk: "сенім бумасындағы қаріптер бөлігі басқа буманікі",
        ru: "раздел шрифтов взят из другого пакета доверия",
        en: "the fonts part belongs to another trust bundle")
    case .fontsPart:
      Message(
        kk: "сенім бумасының қаріптер бөлігі бүлінген",
        ru: "раздел шрифтов пакета доверия повреждён",
        en: "the fonts part of the trust bundle is malformed")
    case .list(let number):
      Message(
        kk: "№ \(number) мәртебе тізімі бүлінген", ru: "список статусов № \(number) повреждён",
        en: "status list \(number) is malformed")
    }
  }

  /// The bundle is an input.
  public var exitStatus: ExitStatus { .input }

  /// What to do about it.
  public var hint: Message? {
    switch self {
    case .unknownZone, .version:
      Message(
        kk: "Tamga мен жүйенің уақыт белдеулерін жаңартыңыз",
        ru: "обновите Tamga и часовые пояса системы",
        en: "update Tamga and the time zone data of the system")
    case .otherRoot:
      Message(
        kk: "бұл бумаға сенбеңіз, кілт ізін кеңседен сұраңыз",
        ru: "не доверяйте этому пакету, спросите отпечаток ключа в ведомстве",
        en: "do not trust this bundle; ask the office for the fingerprint of its root key")
    default:
      Message(
        kk: "сенім бумасын кеңседен қайта алыңыз", ru: "получите пакет доверия в ведомстве заново",
        en: "get the trust bundle from the office again")
    }
  }
}
