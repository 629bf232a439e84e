import Foundation
import TamgaSeal
import TamgaVerify

// usage: verdict VECTOR.json: judges the text of its code by its bundle, at its moment.
struct Vector: Decodable {
  let payload: String
  let bundle: String
  let now: Int64
}

let file = URL(filePath: CommandLine.arguments[1])
let vector = try JSONDecoder().decode(Vector.self, from: Data(contentsOf: file))
let bundle = file.deletingLastPathComponent().appending(path: "../\(vector.bundle)")
let trust = TrustState(try TrustBundle([UInt8](Data(contentsOf: bundle))))
for verdict in Verifier(trust: trust, now: vector.now).verdicts(on: .payload(vector.payload)) {
  print(verdict.outcome.rawValue, verdict.reasons.map(\.rawValue).joined(separator: " "))
}
