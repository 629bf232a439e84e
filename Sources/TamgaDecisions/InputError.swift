public import TamgaDomain

/// An input that cannot be read at all. What is wrong with a record in it is a finding, not this.
public struct InputError: Problem, Hashable {
  /// What is wrong, for programs and tests.
  public enum Code: String, ProblemCode {
    case missing = "input-missing"
    case folder = "input-folder"
    case forbidden = "input-forbidden"
    /// Reading broke off.
    case reading = "input-reading"
    /// What came on standard input could not be kept: usually a full disk.
    case spooling = "input-spooling"
    /// The whole file is UTF-16, in which spreadsheets like to save.
    case utf16 = "input-utf16"
  }

  /// What is wrong.
  public let code: Code
  /// The path as it was given, or `-`.
  public let place: String
  /// Why, where the system or the reader said so.
  public let reason: Message?

  /// An error about the input `place`.
  public init(_ code: Code, _ place: String, reason: Message? = nil) {
    self.code = code
    self.place = place
    self.reason = reason
  }

  public var exitStatus: ExitStatus { .input }

  public var message: Message {
    let words =
      switch code {
      case .missing:
        Message(kk: "мұндай файл жоқ", ru: "такого файла нет", en: "there is no such file")
      case .folder:
        Message(
          kk: "бұл қалта, шешімдер файлы емес", ru: "это папка, а не файл решений",
          en: "this is a folder, not a file of decisions")
      case .forbidden:
        Message(
          kk: "файлды оқуға рұқсат жоқ", ru: "файл нельзя прочитать",
          en: "the file may not be read")
      case .reading:
        Message(kk: "оқу үзілді", ru: "чтение прервалось", en: "reading stopped half-way")
      case .spooling:
        Message(
          kk: "стандартты кірісті уақытша файлға сақтау мүмкін болмады",
          ru: "стандартный ввод не удалось сохранить во временный файл",
          en: "standard input could not be kept in a temporary file")
      case .utf16:
        Message(
          kk: "файл UTF-16 кодтауында сақталған, ал UTF-8 қажет",
          ru: "файл сохранён в кодировке UTF-16, а нужна UTF-8",
          en: "the file is in UTF-16, and UTF-8 is needed")
      }
    return reason.map(words.because) ?? words
  }

  public var hint: Message? {
    switch code {
    case .missing:
      Message(
        kk: "жолды тексеріңіз; «-» стандартты кірісті оқиды",
        ru: "проверьте путь; «-» читает стандартный ввод",
        en: "check the path; '-' reads standard input")
    case .folder:
      Message(
        kk: "ішіндегі файлдарды атаңыз", ru: "назовите файлы в ней", en: "name the files in it")
    case .forbidden:
      Message(
        kk: "оқу құқығын сұраңыз", ru: "попросите право на чтение",
        en: "ask for the right to read it")
    case .reading:
      Message(
        kk: "дискіні немесе желілік қалтаны тексеріп, пәрменді қайталаңыз",
        ru: "проверьте диск или сетевую папку и повторите команду",
        en: "check the disk or the network share and run the command again")
    case .spooling:
      Message(
        kk: "уақытша файлдар қалтасында орын босатыңыз немесе шешімдерді файлмен беріңіз",
        ru: "освободите место для временных файлов или дайте решения файлом",
        en: "free space in the folder for temporary files, or give the decisions as a file")
    case .utf16:
      Message(
        kk:
          "оны UTF-8 кодтауында қайта сақтаңыз немесе «iconv -f UTF-16 -t UTF-8» арқылы өткізіңіз",
        ru: "сохраните его заново в UTF-8 или пропустите через «iconv -f UTF-16 -t UTF-8»",
        en: "save it again as UTF-8, or pass it through iconv -f UTF-16 -t UTF-8")
    }
  }
}
