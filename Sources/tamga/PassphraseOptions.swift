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
        kk: "--passphrase-fd – сан, не issuing:, status: немесе root: және сан",
        ru: "--passphrase-fd – число, или issuing:, status: либо root: и число",
        en: "--passphrase-fd is a number, or issuing:, status: or root: and one")
    }
  }

  private static func source(_ text: String) -> (role: KeyRole?, descriptor: Int32)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let last = parts.last, let descriptor = Int32(last), descriptor >= 0 else { return nil }
    if parts.count == 1 { return (nil, descriptor) }
    guard parts.count == 2, let role = KeyRole(rawValue: String(parts[0])) else { return nil }
    return (role, descriptor)
  }

  /// Reads the descriptors, a line for each in the order given.
  func passphrases() throws -> Passphrases {
    var ofAll: SecretBytes?
    var ofRole: [KeyRole: SecretBytes] = [:]
    for case let (role, descriptor)? in sources.map(Self.source) {
      let line = try Passphrases.line(of: descriptor)
      if let role { ofRole[role] = line } else { ofAll = line }
    }
    let given = (ofAll, ofRole)
    return Passphrases { (role) throws(KeyError) in
      if let passphrase = given.1[role] ?? given.0 { return passphrase }
      for path in Environment.credentials(of: role) {
        if let passphrase = try Passphrases.credential(path) { return passphrase }
      }
      return nil
    }
  }
}
