import TamgaDomain

/// Addresses and hosts that do not exist.
enum SamplePlace {
  static func address(_ random: inout SplitMix64) -> Bilingual {
    let street = random.pick(streets)
    let house = random.number(1...210)
    let flat = random.number(1...180)
    if random.once(in: 6) {
      return Bilingual(
        kk: "Алматы қ., \(street.kk), \(house)-үй", ru: "г. Алматы, \(street.ru), дом \(house)")
    }
    let district = random.pick(districts)
    return Bilingual(
      kk: "Алматы қ., \(district.kk) ауданы, \(street.kk), \(house)-үй, \(flat)-пәтер",
      ru: "г. Алматы, \(district.ru) район, \(street.ru), дом \(house), кв. \(flat)")
  }

  /// The name of a natural person as a host or an employer.
  static func household(_ random: inout SplitMix64) -> String {
    random.pick(families) + " "
      + random.pick(["Ә. Ғ.", "Қ. Ұ.", "Н. І.", "Б. Ө.", "Г. Һ.", "С. Ү."])
  }

  static func company(_ random: inout SplitMix64) -> Bilingual {
    let name = random.pick(companies)
    return Bilingual(kk: "«\(name.kk)» ЖШС", ru: "ТОО «\(name.ru)»")
  }

  static func school(_ random: inout SplitMix64) -> Bilingual {
    let name = random.pick(companies)
    return Bilingual(kk: "«\(name.kk)» университеті» КеАҚ", ru: "НАО «Университет «\(name.ru)»")
  }

  static func hospital(_ random: inout SplitMix64) -> Bilingual {
    let name = random.pick(companies)
    return Bilingual(kk: "«\(name.kk)» клиникасы» ШЖҚ КМК", ru: "КГП на ПХВ «Клиника «\(name.ru)»")
  }

  static func congregation(_ random: inout SplitMix64) -> Bilingual {
    let name = random.pick(companies)
    return Bilingual(
      kk: "«\(name.kk)» жергілікті діни бірлестігі",
      ru: "Местное религиозное объединение «\(name.ru)»")
  }

  static let akimat = Bilingual(kk: "Алматы қаласының әкімдігі", ru: "Акимат города Алматы")
  static let financialCentre = Bilingual(kk: "АХҚО әкімшілігі", ru: "Администрация МФЦА")

  private static let districts = [
    Bilingual(kk: "Әуезов", ru: "Ауэзовский"), Bilingual(kk: "Бостандық", ru: "Бостандыкский"),
    Bilingual(kk: "Медеу", ru: "Медеуский"), Bilingual(kk: "Түрксіб", ru: "Турксибский"),
    Bilingual(kk: "Наурызбай", ru: "Наурызбайский"), Bilingual(kk: "Жетісу", ru: "Жетысуский"),
  ]
  private static let streets = [
    Bilingual(kk: "Төле би к.", ru: "ул. Толе би"), Bilingual(kk: "Абай даңғылы", ru: "пр. Абая"),
    Bilingual(kk: "Қабанбай батыр к.", ru: "ул. Кабанбай батыра"),
    Bilingual(kk: "8 ш/а", ru: "мкр. 8"), Bilingual(kk: "Көктем-3 ш/а", ru: "мкр. Коктем-3"),
    Bilingual(kk: "Жібек жолы даңғылы", ru: "пр. Жибек жолы"),
    Bilingual(kk: "Шұғыла ш/а", ru: "мкр. Шугыла"),
    Bilingual(kk: "Өтеген батыр к.", ru: "ул. Утеген батыра"),
    Bilingual(kk: "Нұрлыжол к.", ru: "ул. Нурлыжол"), Bilingual(kk: "Үйсін к.", ru: "ул. Уйсын"),
  ]
  private static let families = [
    "Ысқақов", "Үлгібаева", "Тәжібаев", "Құлжабаева", "Әшімов", "Нұрғожина", "Бейсембіұлы",
  ]
  private static let companies = [
    Bilingual(kk: "Үлгі", ru: "Улги"), Bilingual(kk: "Мысал Құрылыс", ru: "Мысал Курылыс"),
    Bilingual(kk: "Жеті өзен", ru: "Жети озен"), Bilingual(kk: "Ақ Көл Сауда", ru: "Ак Коль Сауда"),
    Bilingual(kk: "Алатау Үлгі-Сервис", ru: "Алатау Улги-Сервис"),
  ]
}
