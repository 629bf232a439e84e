import Foundation
import TamgaSeal
import TamgaVerify

// usage: verify-pdf BUNDLE FINGERPRINT PAPER.pdf: judges the codes of a PDF's pages.
//
// The pages are drawn by pdftoppm and the codes read by zbarimg, in processes of their own. The words of the
// paper are not checked that way, and the verdict says so: `tamga verify` and the office's server check them.

/// What a program of the system writes.
func output(of program: String, _ arguments: [String]) throws -> String {
  let process = Process()
  let pipe = Pipe()
  process.executableURL = URL(filePath: "/usr/bin/env")
  process.arguments = [program] + arguments
  process.standardOutput = pipe
  process.standardError = FileHandle.nullDevice
  try process.run()
  let bytes = try pipe.fileHandleForReading.readToEnd() ?? Data()
  process.waitUntilExit()
  return String(decoding: bytes, as: UTF8.self)
}

let (path, fingerprint, paper) = (
  CommandLine.arguments[1], CommandLine.arguments[2], CommandLine.arguments[3]
)
let trust = try TrustState(
  TrustBundle([UInt8](Data(contentsOf: URL(filePath: path))), root: fingerprint))

let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
_ = try output(of: "pdftoppm", ["-r", "300", "-gray", paper, folder.appending(path: "page").path])
var pages: [PageContents] = []
for page in try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted() {
  let text = try output(of: "zbarimg", ["--quiet", "--raw", folder.appending(path: page).path])
  pages.append(
    PageContents(text: nil, codes: text.split(separator: "\n").map(String.init), isScan: true))
}
try FileManager.default.removeItem(at: folder)

let verifier = Verifier(trust: trust, now: Int64(Date().timeIntervalSince1970))
var status: Int32 = 0
let contents = InputContents.document(DocumentContents(pages: pages, isCanonical: false))
for verdict in verifier.verdicts(on: contents) {
  for line in verdict.lines(.en) { print(line) }
  status = max(status, verdict.outcome.exitStatus)
}
exit(status)
