import TamgaAccounts
import TamgaDomain

/// The language of a page of the desk: what the address asks for, then the account's, then the browser's.
enum DeskLanguage {
  static func of(_ call: Call) -> MessageLanguage {
    if let asked = try? call.query("lang").flatMap(MessageLanguage.init) { return asked }
    return call.caller.account?.language ?? call.language
  }
}
