import TamgaDomain
import TamgaIssue
import TamgaSeal
import TamgaService
import TamgaVerify

extension VerifyCommand {
  /// Judges by the bundles that are named, or by the office's own register.
  func makeVerifier(_ day: CalendarDate?) throws -> Verifier {
    let now = Office.systemClock()
    let bundles = try BundleStore.bundles(of: trust, roots: root)
    guard let first = bundles.first else {
      return Verifier(trust: try office.open().trustState(), now: now, on: day)
    }
    if !json {
      for bundle in bundles { Terminal.say(Self.notice(bundle)) }
    }
    return Verifier(
      trust: TrustState(first), others: bundles.dropFirst().map { TrustState($0) }, now: now,
      on: day)
  }

  private static func notice(_ bundle: TrustBundle) -> Message {
    let (office, sequence) = (bundle.root.office, bundle.status.sequence)
    let root = bundle.rootKey.fingerprint
    return Message(
      kk: "\(office) сенім бумасы № \(sequence), түпкі кілт \(root)",
      ru: "пакет доверия \(office) № \(sequence), корневой ключ \(root)",
      en: "trust bundle of \(office) no. \(sequence), root key \(root)")
  }
}
