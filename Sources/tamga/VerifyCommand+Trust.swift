import TamgaDomain
import TamgaInput
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
      guard office.folder.path != nil else { throw CLIError.noTrust }
      return Verifier(
        trust: try office.open().trustState(), now: now, on: day,
        signatures: CheckedSignatures.reader)
    }
    if !json {
      for bundle in bundles { Terminal.say(Self.notice(bundle)) }
    }
    return Verifier(
      trust: TrustState(first), others: bundles.dropFirst().map { TrustState($0) }, now: now,
      on: day, signatures: CheckedSignatures.reader)
  }

  private static func notice(_ bundle: TrustBundle) -> Message {
    let sequence = bundle.status.sequence
    let name = bundle.status.officeName
    let (kk, ru) = (
      "\(bundle.root.office) (\(name.kk))", "\(bundle.root.office) (\(name.ru))"
    )
    let root = bundle.rootKey.fingerprint
    return Message(
      kk: "\(kk) сенім бумасы № \(sequence), түпкі кілт \(root)",
      ru: "пакет доверия \(ru) № \(sequence), корневой ключ \(root)",
      en: "trust bundle of \(ru) no. \(sequence), root key \(root)")
  }
}
