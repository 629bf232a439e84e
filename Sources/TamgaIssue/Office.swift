import Foundation
public import TamgaDomain
public import TamgaRegister
public import TamgaSeal
public import TamgaTemplates

/// Everything that Tamga takes from its surroundings, as one value: configuration, templates, keys,
/// register and clock. Nothing below the command line reads the environment elsewhere.
public struct Office: Sendable {
  public let folder: String
  public let configuration: OfficeConfiguration
  public let library: TemplateLibrary
  public let keys: KeyRing
  public let register: any Register
  let store: PaperStore
  /// Seconds since 1970.
  public let now: @Sendable () -> Int64

  static let configurationName = "tamga.yaml"
  static let registerName = "register.sqlite"

  public static func systemClock() -> Int64 { Int64(Date().timeIntervalSince1970) }

  /// Opens an office folder.
  public static func open(
    _ folder: String, library: TemplateLibrary, now: @escaping @Sendable () -> Int64 = systemClock
  ) throws -> Office {
    let configuration = try readConfiguration(folder)
    let keys = try KeyRing(folder: folder + "/keys")
    let register = try configuration.register.open(folder)
    return Office(
      folder: folder, configuration: configuration, library: library, keys: keys,
      register: register, store: PaperStore(folder: folder + "/store"), now: now)
  }

  /// Reads `tamga.yaml` alone: enough to check decisions.
  public static func readConfiguration(_ folder: String) throws -> OfficeConfiguration {
    let path = folder + "/" + configurationName
    guard FileManager.default.fileExists(atPath: path) else {
      throw IssueError(
        .noOffice, folder, kk: "бұл кеңсе қалтасы емес: \(configurationName) жоқ",
        ru: "это не папка учреждения: нет \(configurationName)",
        en: "this is no office folder: there is no \(configurationName)",
        hint: Message(
          kk: "«tamga init \(folder)» кеңсе қалтасын жасайды",
          ru: "«tamga init \(folder)» создаёт папку учреждения",
          en: "'tamga init \(folder)' makes one"))
    }
    guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
      throw IssueError(
        .configuration, configurationName, kk: "файл оқылмайды", ru: "файл не читается",
        en: "the file cannot be read")
    }
    return try OfficeConfiguration.read(text, file: configurationName)
  }

  /// The day at the office.
  public var today: CalendarDate { configuration.zone.date(of: now()) }
}

extension Office {
  /// Makes an office folder: configuration, keys of mode 0600, an empty register, the store.
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
    try DurableFile.makeFolder(folder, mode: 0o700)
    try DurableFile.makeFolder(folder + "/keys", mode: 0o700)
    try DurableFile.makeFolder(folder + "/store", mode: 0o700)
    try DurableFile.write(Array(text.utf8), to: folder + "/" + configurationName, mode: 0o644)
    try configuration.register.make(folder)
    var keys = try KeyRing(folder: folder + "/keys")
    for role in KeyFile.Role.allCases {
      try keys.add(newKey(role, configuration, now))
    }
    try keys.signRootPart(office: configuration.office)
    return try keys.rootKey().fingerprint
  }

  static func newKey(
    _ role: KeyFile.Role, _ configuration: OfficeConfiguration, _ now: Int64
  ) -> KeyFile {
    let zone = configuration.zone
    let months = role == .issuing ? KeyFile.signingMonths : 12 * 20
    let last = zone.date(of: now).adding(months: months)
    return KeyFile(
      role: role, key: .random(configuration.algorithm), signFrom: now,
      signUntil: zone.endOfDay(last))
  }

  /// Adds a new issuing key; the former ones retire, their papers stay good.
  public func rotateKey() throws -> KeyID {
    let moment = now()
    var keys = keys
    _ = try keys.one(.root)
    let fresh = Self.newKey(.issuing, configuration, moment)
    for file in keys.files where file.role == .issuing && file.state == .active {
      try keys.add(
        KeyFile(
          role: .issuing, key: file.key, signFrom: file.signFrom,
          signUntil: max(file.signFrom, min(file.signUntil, moment)), state: .retired))
    }
    try keys.add(fresh)
    try keys.signRootPart(office: configuration.office)
    return fresh.key.publicKey.id
  }

  /// Declares a key compromised from a moment on: only seals that the register logged before it
  /// stay good.
  public func compromiseKey(_ id: KeyID, at moment: Int64) throws {
    var keys = keys
    guard let file = keys.files.first(where: { $0.role == .issuing && $0.key.publicKey.id == id })
    else {
      throw IssueError(
        .noSigningKey, id.description, kk: "мұндай кілт жоқ", ru: "такого ключа нет",
        en: "there is no such issuing key")
    }
    _ = try keys.one(.root)
    try keys.add(
      KeyFile(
        role: .issuing, key: file.key, signFrom: file.signFrom, signUntil: file.signUntil,
        state: .compromised, compromisedAt: moment))
    try keys.signRootPart(office: configuration.office)
  }
}
