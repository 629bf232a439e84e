/// A land of origin with the names that its passports print in Latin letters.
struct Land: Sendable {
  /// Alpha-3.
  let code: String
  /// The letters with which passport series of synthetic people begin.
  let series: String
  let style: Style
  let family: [String]
  let men: [String]
  let women: [String]

  /// How a full name is put together.
  enum Style: Sendable {
    /// Family name with an ending for women, given name, father's name with -OVICH or -OVNA.
    case russian
    /// Family name with an ending for women, given name, father's name with OʻGʻLI or QIZI.
    case uzbek
    /// Family name and given name.
    case plain
    /// Given name first, the family name last.
    case givenFirst
  }

  init(
    _ code: String, _ series: String, _ style: Style, family: String, men: String, women: String
  ) {
    self.code = code
    self.series = series
    self.style = style
    self.family = family.split(separator: " ").map(String.init)
    self.men = men.split(separator: " ").map(String.init)
    self.women = women.split(separator: " ").map(String.init)
  }

  func name(isMale: Bool, _ random: inout SplitMix64) -> String {
    let given = random.pick(isMale ? men : women)
    let family = random.pick(self.family)
    let father = random.pick(men)
    switch style {
    case .russian:
      let name = "\(isMale ? family : Self.feminine(family)) \(given)"
      return random.once(in: 5) ? name : "\(name) \(father)\(isMale ? "OVICH" : "OVNA")"
    case .uzbek:
      return "\(isMale ? family : Self.feminine(family)) \(given) \(father) "
        + (isMale ? "O\u{2BB}G\u{2BB}LI" : "QIZI")
    case .plain: return "\(family) \(given)"
    case .givenFirst: return "\(given) \(family)"
    }
  }

  /// The form of a family name in -OV, -EV or -IN for women.
  private static func feminine(_ family: String) -> String {
    family.hasSuffix("OV") || family.hasSuffix("EV") || family.hasSuffix("IN")
      ? family + "A" : family
  }

  static func of(_ codes: Set<String>) -> [Land] { all.filter { codes.contains($0.code) } }

  static let all: [Land] = [
    Land(
      "UZB", "FA", .uzbek,
      family: "KARIMOV TOSHMATOV YUSUPOV RAHIMOV G\u{2BB}OFUROV O\u{2BB}RINBOYEV SHODIYEV ERGASHEV "
        + "XOLMATOV JO\u{2BB}RAYEV NE\u{2019}MATOV SA\u{2019}DULLAYEV",
      men: "ANVAR BOTIR JAMSHID SHAVKAT MUROD FARRUX SARDOR UMID ULUG\u{2BB}BEK ISLOM RAVSHAN",
      women: "DILNOZA GULNORA MADINA ZEBO NIGORA FERUZA SHAHLO O\u{2BB}G\u{2BB}ILOY LOLA NARGIZA"),
    Land(
      "KGZ", "AN", .russian,
      family: "ASANOV TOKTOGULOV MAMYTOV JEENBEKOV SYDYKOV BEISHENALIEV ABDRAZAKOV OSMONOV",
      men: "AZAMAT BAKYT TEMIRBEK URMAT NURLAN AIBEK ERLAN KUBANYCHBEK DANIYAR",
      women: "AIGUL JYLDYZ MEERIM NAZGUL CHOLPON AIJAN GULZAT ELNURA"),
    Land(
      "TJK", "40", .russian,
      family: "RAHMONOV SHARIPOV NAZAROV SAIDOV MIRZOEV QODIROV HAKIMOV ZOIROV",
      men: "FARHOD JAHONGIR SUHROB FIRUZ DILSHOD BEHRUZ RUSTAM SIYOVUSH",
      women: "MUNISA SHAHNOZA ZARINA FARZONA PARVINA SITORA MEHRANGEZ"),
    Land(
      "RUS", "75", .russian,
      family: "IVANOV SMIRNOV PETROV KUZNETSOV SOKOLOV LEBEDEV VOROBYEV NIKITIN SHCHERBAKOV",
      men: "PETR SERGEY ALEKSEY DMITRY MIKHAIL NIKOLAY ANDREY ARTEM",
      women: "OLGA ELENA ANNA IRINA TATYANA MARIYA YULIYA"),
    Land(
      "BLR", "MP", .russian, family: "KAVALEV NOVIK HRYHARENKA ZHUK SHAUCHUK LUKIN",
      men: "ALEH VIKTAR PAVEL RUSLAN MAKSIM", women: "HANNA SVIATLANA NATALLIA VOLHA"),
    Land(
      "UKR", "FE", .plain, family: "SHEVCHENKO KOVALENKO BONDAR TKACHUK KRAVCHUK MELNYK",
      men: "OLEH TARAS ANDRII YURII MYKOLA", women: "OKSANA LESIA IRYNA SOLOMIIA"),
    Land(
      "ARM", "AR", .plain, family: "HAKOBYAN PETROSYAN GRIGORYAN SARGSYAN TER-MKRTCHYAN",
      men: "ARMEN TIGRAN HAYK VARDAN", women: "ANAHIT LUSINE MARIAM NARINE"),
    Land(
      "AZE", "C0", .plain, family: "MƏMMƏDOV ƏLİYEV HÜSEYNOV QULİYEV İSMAYILOV RƏHİMOV",
      men: "ELÇİN RƏŞAD TURAL ŞAHİN VÜQAR", women: "AYGÜN GÜNEL SEVDA ŞƏBNƏM"),
    Land(
      "GEO", "GE", .plain, family: "BERIDZE KAPANADZE GELASHVILI LOMIDZE", men: "GIORGI LEVAN NIKA",
      women: "NINO TAMAR EKA"),
    Land(
      "MDA", "MD", .plain, family: "CIOBANU RUSU POPA ȚURCANU MUNTEANU", men: "ION VASILE ȘTEFAN",
      women: "ELENA MARIA DOINA"),
    Land(
      "TUR", "U2", .givenFirst,
      family: "YILMAZ ŞAHİN ÇELİK ÖZTÜRK KILIÇ DOĞAN GÜNEŞ IŞIK ÜNAL",
      men: "MEHMET ÖMER HÜSEYİN ÇAĞRI İBRAHİM ŞÜKRÜ GÖKHAN",
      women: "AYŞE ÖZLEM GÜLŞEN ÇİĞDEM ZEYNEP"),
    Land(
      "CHN", "E5", .plain, family: "LI WANG ZHANG LIU CHEN YANG ZHAO LÜ OUYANG",
      men: "WEI JIAN YONG BO QIANG JUNJIE", women: "NA LI XIUYING YAN MIN QIN"),
    Land(
      "IND", "Z4", .givenFirst, family: "SHARMA PATEL SINGH IYER CHATTERJEE REDDY NAIR",
      men: "RAHUL ARJUN SANJAY VIKRAM", women: "PRIYA ANJALI DEEPA LAKSHMI"),
    Land(
      "KOR", "M6", .plain, family: "KIM LEE PARK CHOI O JEONG",
      men: "MINJUN SEONG-HO JIHOON DO-YUN", women: "SO-YEON JI-WOO EUNJI HA"),
    Land(
      "VNM", "B7", .plain, family: "NGUYỄN TRẦN LÊ PHẠM HOÀNG ĐẶNG VÕ",
      men: "VĂN-HÙNG QUỐC ĐỨC TUẤN", women: "THỊ-HƯƠNG MỸ ÁNH NGỌC"),
    Land(
      "EGY", "A2", .givenFirst, family: "AL-SAYED ABD\u{2BC}EL-RAHMAN MAHFOUZ AL-SHA\u{2BB}RAWI",
      men: "AHMED MOSTAFA KHALED", women: "FATMA NOUR RA\u{2BC}FA"),
    Land(
      "MNG", "E1", .plain, family: "BATBAYAR DORJ GANBAATAR ÖLZIIBAT", men: "TEMÜÜLEN BOLD ENKH",
      women: "OYUUN SARNAI TUYA"),
    Land(
      "DEU", "C4", .givenFirst, family: "MÜLLER SCHMIDT GRÖSSEL VON-DER-HEIDE",
      men: "JÖRG MARKUS UWE", women: "ANKE SABINE BÄRBEL"),
  ]
}
