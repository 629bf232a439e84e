internal import TamgaDomain
internal import TamgaFiles
public import TamgaIssue
public import TamgaSeal

/// The newest trust bundle that the office has signed for its server, in the folder `published` of the
/// office: who signs it and who hands it out are two processes, and the second one has no key.
public struct PublishedBundle: Sendable {
  private static let folder = "published"
  private static let name = "trust.bundle"

  /// With the fonts of the papers, for those who check PDF files.
  public let bundle: TrustBundle
  /// Without them, for those who check codes.
  public let small: TrustBundle
  /// The signed status lists, by number.
  public let lists: [Int: [UInt8]]

  /// The path of the file in an office's folder.
  public static func path(in office: String) -> String { "\(office)/\(folder)/\(name)" }

  /// The bundle that stands there; nil where none was published or the file is damaged.
  ///
  /// - Parameter office: The office's folder.
  public init?(in office: String) {
    guard let bytes = try? FileBytes.read(Self.path(in: office), limit: TrustBundle.byteLimit),
      let bundle = try? TrustBundle(bytes), let small = try? bundle.withoutFonts()
    else { return nil }
    self.bundle = bundle
    self.small = small
    lists = bundle.listTokens
  }

  /// Signs the keys and statuses of this moment and puts them in the place of the former ones.
  ///
  /// - Parameter agent: Who has it signed, for the register's event.
  @discardableResult
  public static func publish(_ office: Office, agent: String) throws -> TrustBundle {
    let bundle = try office.exportBundle(agent: agent)
    try publish(bundle, of: office)
    return bundle
  }

  /// Hands out a bundle that was signed for another purpose as well.
  public static func publish(_ bundle: TrustBundle, of office: Office) throws {
    try FileBytes.makeFolder("\(office.folder)/\(folder)")
    try AtomicFile.write(bundle.bytes, to: path(in: office.folder), mode: 0o640)
  }
}
