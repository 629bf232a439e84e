import TamgaDomain

/// An officer who does not exist: the name, position and rank that stand under a paper.
struct SampleOfficer {
  let name: String
  let position: Bilingual
  let rank: Bilingual

  init(_ random: inout SplitMix64) {
    let family = random.pick(Self.families)
    name =
      random.once(in: 8)
      ? "\(family) \(random.pick(Self.given)) \(random.pick(Self.fathers))"
      : "\(family) \(random.pick(Self.initials)). \(random.pick(Self.initials))."
    position = random.pick(Self.positions)
    rank = random.pick(Self.ranks)
  }

  private static let families = [
    "Сейітқали", "Өмірбекқызы", "Әбілқасымов", "Қасенова", "Ниязова", "Жүнісбеков", "Үмбетов",
    "Ғабдуллин", "Һамитова", "Ыбыраев", "Іңкәрбекова", "Ұлықпан", "Көшербай", "Төлегенқызы",
    "Мұхамеджанов", "Шәріпова", "Дүйсенғалиев", "Айтбаев", "Бөкейхан", "Сәдуақасова",
    "Ерғалиқызы", "Қойшыбаев", "Мыңжасарова", "Әлімғазиев",
  ]
  private static let given = [
    "Әсел", "Ғани", "Қуаныш", "Меңдіғали", "Өмірзақ", "Ұлжан", "Үміт", "Һәкім", "Іңкәр", "Гауһар",
    "Жиһангер",
  ]
  private static let fathers = [
    "Бекболатұлы", "Серікқызы", "Ғабиденұлы", "Төлеуқызы", "Әміржанұлы", "Қайратқызы",
  ]
  private static let initials = [
    "А", "Ә", "Б", "Ғ", "Д", "Е", "Ж", "Қ", "М", "Ң", "Ө", "С", "Т", "Ұ", "Ү", "Һ", "І", "Ш",
  ]
  private static let positions = [
    Bilingual(kk: "Инспектор", ru: "Инспектор"),
    Bilingual(kk: "Аға инспектор", ru: "Старший инспектор"),
    Bilingual(kk: "Маман", ru: "Специалист"), Bilingual(kk: "Бас маман", ru: "Главный специалист"),
    Bilingual(kk: "Бөлім бастығы", ru: "Начальник отдела"),
    Bilingual(
      kk: "Аса маңызды істер жөніндегі аға инспектор",
      ru: "Старший инспектор по особо важным делам"),
  ]
  private static let ranks = [
    Bilingual(kk: "полиция лейтенанты", ru: "лейтенант полиции"),
    Bilingual(kk: "полиция аға лейтенанты", ru: "старший лейтенант полиции"),
    Bilingual(kk: "полиция капитаны", ru: "капитан полиции"),
    Bilingual(kk: "полиция майоры", ru: "майор полиции"),
    Bilingual(kk: "полиция подполковнигі", ru: "подполковник полиции"),
  ]
}
