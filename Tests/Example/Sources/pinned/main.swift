import Foundation
import TamgaSeal
import TamgaVerify

// usage: pinned BUNDLE FINGERPRINT CODE: judges the text of a code, as an app of an inspector does.
//
// The fingerprint of the root key comes from the office by another way than the bundle, and stays in the
// program: anybody can make a bundle, but none with this root key.
let (path, fingerprint, code) = (
  CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3]
)
let file = try [UInt8](Data(contentsOf: URL(filePath: path)))

let bundle: TrustBundle
do { bundle = try TrustBundle(file, root: fingerprint) } catch {
  print("no trust:", error.message.en)
  exit(66)
}

let now = Int64(Date().timeIntervalSince1970)
let verdict = Verifier(trust: TrustState(bundle), now: now).verdicts(on: .payload(code))[0]
for line in verdict.lines(.en) { print(line) }
exit(verdict.outcome.exitStatus)
