import ArgumentParser
import TamgaDomain
import TamgaKeys
import TamgaToken

/// Sources of passphrases and PINs: a descriptor, or a credential of the system. There is no option
/// for their text, no file name and no variable of the environment.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp(
      "A descriptor with the passphrase or PIN on a line, or ROLE:N for the keys of one role.",
      discussion:
        "Without it: the credentials tamga-passphrase-ROLE and tamga-passphrase of the system.",
      valueName: "n"))
  var sources: [String] = []

  func validate() throws {
    for source in sources where Self.source(source) == nil {
      throw UsageError(
        .value,
        kk: "--passphrase-fd – сан, не issuing:, status:, root: немесе document: және сан",
        ru: "--passphrase-fd – число, или issuing:, status:, root: либо document: и число",
        en: "--passphrase-fd is a number, or issuing:, status:, root: or document: and one")
    }
  }

  /// Whose secret stands on a line.
  private enum Holder: Hashable {
    case all
    case role(KeyRole)
    /// The key with which documents are signed: of one issuing body, or nil of all.
    case document(String?)
  }

  private static func source(_ text: String) -> (holder: Holder, descriptor: Int32)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let last = parts.last, let descriptor = Int32(last), descriptor >= 0 else { return nil }
    if parts.count == 1 { return (.all, descriptor) }
    guard parts.count == 2 else { return nil }
    if let role = KeyRole(rawValue: String(parts[0])) { return (.role(role), descriptor) }
    if parts[0] == documents { return (.document(nil), descriptor) }
    guard parts[0].hasPrefix(documents + "-") else { return nil }
    return (.document(String(parts[0].dropFirst(documents.count + 1))), descriptor)
  }

  /// Reads the descriptors, a line for each in the order given.
  func passphrases() throws -> Passphrases {
    var lines: [Holder: SecretBytes] = [:]
    for case let (holder, descriptor)? in sources.map(Self.source) {
      lines[holder] = try Passphrases.line(of: descriptor)
    }
    let given = lines
    return Passphrases(
      document: { (code) throws(KeyError) in
        if let pin = given[.document(code)] ?? given[.document(nil)] { return pin }
        return try Self.credential(Environment.credentials(ofBody: code))
      },
      { (role) throws(KeyError) in
        if let passphrase = given[.role(role)] ?? given[.all] { return passphrase }
        return try Self.credential(Environment.credentials(of: role))
      })
  }

  private static let documents = "document"

  private static func credential(_ paths: [String]) throws(KeyError) -> SecretBytes? {
    for path in paths {
      if let passphrase = try Passphrases.credential(path) { return passphrase }
    }
    return nil
  }
}
