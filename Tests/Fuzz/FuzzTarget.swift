import Foundation
import TamgaDomain
import TamgaFormats
import TamgaInput
import TamgaOptics
import TamgaVerify

@testable import TamgaSeal

/// The fuzz targets: what reads strangers' bytes, one at a time; the environment names it.
///
/// `make fuzz` links this with libFuzzer. A crash is found by libFuzzer; what else must never be is
/// said here.
enum FuzzTarget: String, CaseIterable {
  /// The text of a code, to its verdict.
  case text
  /// The bytes of a seal.
  case seal
  /// The bytes of a trust bundle.
  case bundle
  /// The content of a page, a map of characters, a font: what is read inside a PDF.
  case page
  /// A whole PDF. It is read in children of tamga-reader, so only our part is guided.
  case pdf
  /// A picture.
  case picture
  /// The pixels of a picture in which no decoder reads a code.
  case symbol

  static let chosen =
    FuzzTarget(
      rawValue: ProcessInfo.processInfo.environment["TAMGA_FUZZ_TARGET"] ?? "text") ?? .text

  /// The folder of the shared vectors.
  private static let vectors =
    ProcessInfo.processInfo.environment["TAMGA_VECTORS"] ?? "Tests/Vectors"
  private static let bytesOfBundle = [UInt8](
    FileManager.default.contents(atPath: vectors + "/_bundles/current.bundle") ?? Data())
  private static let trust: TrustState = {
    // safe: the fuzzer is of no use without the bundle
    TrustState(try! TrustBundle(bytesOfBundle))
  }()
  private static let verifier = Verifier(trust: trust, now: 1_772_344_800)

  func open(_ bytes: [UInt8]) {
    switch self {
    case .text:
      for verdict in Self.verifier.verdicts(on: .payload(String(decoding: bytes, as: UTF8.self))) {
        Self.look(verdict)
      }
    case .seal:
      guard let seal = try? UnverifiedSeal(bytes),
        let sound = try? seal.verified(by: Self.trust.keys)
      else { return }
      // One set of claims has one encoding, and one signature is enough for it.
      let again = try? Sign1(bytes, limit: UnverifiedSeal.byteLimit).payload
      precondition(
        again.flatMap(Self.withoutRetiredClaim) == sound.claims.encoded,
        "two encodings of one seal")
    case .bundle:
      guard let bundle = try? TrustBundle(bytes) else { return }
      precondition(bundle.bytes == bytes, "two encodings of one bundle")
    case .page: PageTarget.open(bytes)
    case .symbol: SymbolTarget.open(bytes)
    case .pdf, .picture:
      guard
        let contents = try? InputReader.contents(
          of: bytes, patience: .milliseconds(700), fonts: Self.verifier.fonts)
      else { return }
      for verdict in Self.verifier.verdicts(on: contents) { Self.look(verdict) }
    }
  }

  /// Claims without claim 9 of old seals, which is read and forgotten.
  private static func withoutRetiredClaim(_ payload: [UInt8]) -> [UInt8]? {
    guard case .map(let claims)? = try? CBORReader.read(payload, limit: payload.count) else {
      return nil
    }
    let kept = claims.map { claim in
      guard case .map(let paper) = claim.value else { return claim }
      return CBOR.Entry(claim.key, .map(paper.filter { $0.key != .unsigned(9) }))
    }
    return CBOR.map(kept).encoded
  }

  private static func look(_ verdict: Verdict) {
    let json = verdict.json(input: "-")
    switch verdict {
    case .judged: break
    case .notGenuine, .noSeal:
      precondition(json["claims"] == .null, "claims of a seal that is not genuine")
    }
  }
}

/// What libFuzzer calls.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ bytes: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  FuzzTarget.chosen.open(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}
