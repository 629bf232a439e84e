import ArgumentParser
import TamgaDomain
import TamgaKeys
import TamgaToken

/// The doors through which a passphrase or PIN comes in: a descriptor, or a credential of the
/// system. There is no option for its text, no file name and no variable of the environment.
struct PassphraseOptions: ParsableArguments {
  @Option(
    name: .customLong("passphrase-fd"),
    help: ArgumentHelp(
      "A descriptor with the passphrase or PIN on a line, or ROLE:N for the keys of one role.",
      discussion:
        "Without it: the credentials tamga-passphrase-ROLE and tamga-passphrase of the system.",
      valueName: "n"))
  var doors: [String] = []

  func validate() throws {
    for door in doors where Self.door(door) == nil {
      throw ValidationError("--passphrase-fd is a number, or issuing:, status: or root: and one")
    }
  }

  private static func door(_ text: String) -> (role: KeyRole?, descriptor: Int32)? {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    guard let last = parts.last, let descriptor = Int32(last), descriptor >= 0 else { return nil }
    if parts.count == 1 { return (nil, descriptor) }
    guard parts.count == 2, let role = KeyRole(rawValue: String(parts[0])) else { return nil }
    return (role, descriptor)
  }

  /// Reads the descriptors, a line for each in the order given.
  func passphrases() throws -> Passphrases {
    ProcessGuard.forbidDumps()
    var ofAll: SecretBytes?
    var ofRole: [KeyRole: SecretBytes] = [:]
    for case let (role, descriptor)? in doors.map(Self.door) {
      let line = try Passphrases.line(of: descriptor)
      if let role { ofRole[role] = line } else { ofAll = line }
    }
    let given = (ofAll, ofRole)
    return Passphrases { (role) throws(KeyError) in
      if let passphrase = given.1[role] ?? given.0 { return passphrase }
      for path in Surroundings.credentials(of: role) {
        if let passphrase = try Passphrases.credential(path) { return passphrase }
      }
      return nil
    }
  }
}
