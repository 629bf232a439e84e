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
    }
  }
}
