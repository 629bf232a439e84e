public import TamgaDomain

/// Why a store keeps the bundle that it holds.
public enum ImportRefusal: Problem, Hashable {
  /// Another root key signed the offered bundle; fingerprints of both.
  case changedRoot(held: String, offered: String)
  /// The offered bundle is of another office than the one held.
  case otherOffice
  /// The offered status part was signed before the one held.
  case olderSequence(held: UInt64, offered: UInt64)
  /// The offered root part was signed before the one held.
  case olderRoot(held: UInt64, offered: UInt64)
  /// Two different bundles of one sequence: the status key signed both.
  case forked(UInt64)

  /// A stable name for each refusal.
  public enum Code: String, ProblemCode {
    /// Of ``ImportRefusal/changedRoot(held:offered:)``.
    case changedRoot = "trust-changed-root"
    /// Of ``ImportRefusal/otherOffice``.
    case otherOffice = "trust-other-office"
    /// Of ``ImportRefusal/olderSequence(held:offered:)``.
    case olderSequence = "trust-older-sequence"
    /// Of ``ImportRefusal/olderRoot(held:offered:)``.
    case olderRoot = "trust-older-root"
    /// Of ``ImportRefusal/forked(_:)``.
    case forked = "trust-forked"
  }

  public var code: Code {
    switch self {
    case .changedRoot: .changedRoot
    case .otherOffice: .otherOffice
    case .olderSequence: .olderSequence
    case .olderRoot: .olderRoot
    case .forked: .forked
    }
  }

  public var message: Message {
    switch self {
    case .changedRoot(let held, let offered):
      Message(
        kk: "түпкі кілт өзгерген: сақталғаны \(held), ұсынылғаны \(offered)",
        ru: "корневой ключ изменился: хранится \(held), предложен \(offered)",
        en: "the root key has changed: held \(held), offered \(offered)")
    case .otherOffice:
      Message(
        kk: "сенім бумасы басқа кеңсенікі", ru: "пакет доверия другого ведомства",
        en: "the trust bundle belongs to another office")
    case .olderSequence(let held, let offered):
      Message(
        kk: "сенім бумасы ескі: сақталғаны № \(held), ұсынылғаны № \(offered)",
        ru: "пакет доверия старее: хранится № \(held), предложен № \(offered)",
        en: "the trust bundle is older: held no. \(held), offered no. \(offered)")
    case .olderRoot(let held, let offered):
      Message(
        kk: "түпкі бөлігі ескі: сақталғаны № \(held), ұсынылғаны № \(offered)",
        ru: "корневая часть старее: хранится № \(held), предложена № \(offered)",
        en: "the root part is older: held no. \(held), offered no. \(offered)")
    case .forked(let sequence):
      Message(
        kk: "№ \(sequence) екі түрлі сенім бумасы бар",
        ru: "есть два разных пакета доверия № \(sequence)",
        en: "there are two different trust bundles no. \(sequence)")
    }
  }
  /// What to do about it.
  public var hint: Message? {
    switch self {
    case .changedRoot, .otherOffice, .forked:
      Message(
        kk: "бұл буманы қолданбаңыз, кеңсеге хабарлаңыз",
        ru: "не пользуйтесь этим пакетом и сообщите ведомству",
        en: "do not use this bundle and tell the office")
    case .olderSequence, .olderRoot:
      Message(
        kk: "жаңасы сақтаулы, ештеңе істеудің керегі жоқ",
        ru: "хранится более новый, ничего делать не нужно",
        en: "the store already holds a newer one; there is nothing to do")
    }
  }
}
