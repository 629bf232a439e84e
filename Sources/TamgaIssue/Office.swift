import Foundation
public import TamgaDomain
public import TamgaKeys
import TamgaLayout
public import TamgaRegister
import TamgaSeal
public import TamgaTemplates

/// Everything that Tamga takes from its surroundings, as one value: configuration, templates, keys,
/// register and clock. Nothing below the command line reads the environment elsewhere.
public final class Office: Sendable {
  /// Below the office's folder: the papers of the desk and, as links, the batches of the night.
  public static let deskFolder = "desk"

  public let folder: String
  public let configuration: OfficeConfiguration
  public let library: TemplateLibrary
  public let keys: KeyRing
  public let register: any Register
  let store: PaperStore
  let signing: OfficeSigning
  /// Seconds since 1970.
  public let now: @Sendable () -> Int64

  private init(
    folder: String, configuration: OfficeConfiguration, library: TemplateLibrary, keys: KeyRing,
    register: any Register, store: PaperStore, signing: OfficeSigning,
    now: @escaping @Sendable () -> Int64
  ) {
    self.folder = folder
    self.configuration = configuration
    self.library = library
    self.keys = keys
    self.register = register
    self.store = store
    self.signing = signing
    self.now = now
  }

  package static let configurationName = "tamga.yaml"
  package static let registerName = "register.sqlite"

  public static func systemClock() -> Int64 { Int64(Date().timeIntervalSince1970) }

  /// Opens an office folder.
  ///
  /// - Parameter passphrases: Asked when a key is first used that has one.
  public static func open(
    _ folder: String, library: TemplateLibrary, passphrases: Passphrases = .none,
    now: @escaping @Sendable () -> Int64 = systemClock
  ) throws -> Office {
    let configuration = try readConfiguration(folder)
    try checkForms(configuration, library)
    let keys = try KeyRing(
      folder: folder + "/keys", rules: configuration.keyRules, passphrases: passphrases, now: now)
    let register = try configuration.register.open(folder)
    // Another tamga.yaml may come until the first paper is made (contract `commands.md`).
    if keys.office != configuration.office, keys.isTest == configuration.isTest, keys.hasPlainRoot,
      try register.counts().isEmpty
    {
      try keys.sign()
    }
    return Office(
      folder: folder, configuration: configuration, library: library, keys: keys,
      register: register, store: PaperStore(folder: configuration.store(of: folder)),
      signing: OfficeSigning(
        folder: folder, rules: configuration.signatures, passphrases: passphrases), now: now)
  }

  /// Opens an office for a process that only answers questions: it opens no private key and changes
  /// nothing.
  public static func openPublic(
    _ folder: String, library: TemplateLibrary,
    now: @escaping @Sendable () -> Int64 = systemClock
  ) throws -> Office {
    let configuration = try readConfiguration(folder)
    try checkForms(configuration, library)
    return try openPublic(
      folder, library: library, register: configuration.register.open(folder), now: now)
  }

  /// As ``openPublic(_:library:now:)``, with a register that is open.
  package static func openPublic(
    _ folder: String, library: TemplateLibrary, register: any Register,
    now: @escaping @Sendable () -> Int64 = systemClock
  ) throws -> Office {
    let configuration = try readConfiguration(folder)
    return Office(
      folder: folder, configuration: configuration, library: library,
      keys: try KeyRing(
        folder: folder + "/keys", rules: configuration.keyRules, isPublicOnly: true, now: now),
      register: register, store: PaperStore(folder: configuration.store(of: folder)),
      signing: OfficeSigning(
        folder: folder, rules: configuration.signatures, passphrases: .none), now: now)
  }

  /// Forms that the office goes on with are those of kinds that there are.
  private static func checkForms(
    _ configuration: OfficeConfiguration, _ library: TemplateLibrary
  ) throws {
    let unknown = configuration.policy.formsInUse.keys.sorted().first {
      library.templates[$0] == nil
    }
    guard let unknown else { return }
    throw IssueError(
      .configuration, "\(configurationName): formsInUse", kk: "«\(unknown)» құжат түрі жоқ",
      ru: "нет вида документа «\(unknown)»", en: "there is no kind '\(unknown)'",
      hint: Message(
        kk: "«tamga templates list» барлығын көрсетеді", ru: "«tamga templates list» покажет все",
        en: "'tamga templates list' shows them all"))
  }

  /// Reads `tamga.yaml` alone: enough to check decisions.
  public static func readConfiguration(_ folder: String) throws -> OfficeConfiguration {
    let path = folder + "/" + configurationName
    guard FileManager.default.fileExists(atPath: path) else {
      throw IssueError(
        .noOffice, folder, kk: "бұл кеңсе қалтасы емес: \(configurationName) жоқ",
        ru: "это не папка ведомства: нет \(configurationName)",
        en: "this is no office folder: there is no \(configurationName)",
        hint: Message(
          kk: "«tamga init \(folder)» кеңсе қалтасын жасайды",
          ru: "«tamga init \(folder)» создаёт папку ведомства",
          en: "'tamga init \(folder)' makes one"))
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw IssueError(
        .configuration, configurationName, kk: "файл оқылмайды", ru: "файл не читается",
        en: "the file cannot be read")
    }
    return try OfficeConfiguration.read(text, file: configurationName)
  }

  var fonts: FontArchive { FontArchive(office: folder) }

  /// A typesetter with the fonts that `shared/fonts.yaml` names, and no others.
  func typesetter() throws -> Typesetter {
    try fonts.typesetter(library.shared.fonts, at: now())
  }

  /// The day at the office.
  public var today: CalendarDate { configuration.zone.date(of: now()) }
}

extension Office {
  /// Makes an office folder: configuration, plain keys of mode 0600, an empty register, the store.
  ///
  /// - Parameter configuration: The text of `tamga.yaml`; nil for one with every key explained.
  /// - Returns: The fingerprint of the root key, for those who pin it.
  public static func make(
    _ folder: String, configuration text: String?, now: Int64
  ) throws -> String {
    let manager = FileManager.default
    if let names = try? manager.contentsOfDirectory(atPath: folder), !names.isEmpty {
      throw IssueError(
        .officeExists, folder, kk: "қалта бос емес", ru: "папка не пуста",
        en: "the folder is not empty",
        hint: Message(
          kk: "жаңа қалтаны атаңыз", ru: "назовите новую папку", en: "name a new folder"))
    }
    let text = text ?? OfficeConfiguration.template
    let configuration = try OfficeConfiguration.read(text, file: configurationName)
    try OfficeFile.makeFolder(folder, mode: 0o700)
    try OfficeFile.makeFolder(folder + "/keys", mode: 0o700)
    try OfficeFile.makeFolder(configuration.store(of: folder), mode: 0o700)
    try OfficeFile.write(Array(text.utf8), to: folder + "/" + configurationName, mode: 0o640)
    try configuration.register.make(folder)
    let rules = configuration.keyRules
    try KeyRing.make(folder: folder + "/keys", rules: rules, now: now)
    return try KeyRing(folder: folder + "/keys", rules: rules, now: { now }).rootKey.fingerprint
  }

  /// Keeps the fonts of a new office, so that its first paper need not wait for that; a file that is
  /// missing is told when a paper is made.
  public static func keepFonts(_ list: FontList, in folder: String, now: Int64) {
    try? FontArchive(office: folder).confirm(list, at: now)
  }

  /// The configuration of a test office: `text`, or the one with every key explained.
  public static func testing(_ text: String?) -> String {
    (text ?? OfficeConfiguration.template) + "\ntestOffice: true\n"
  }
}
