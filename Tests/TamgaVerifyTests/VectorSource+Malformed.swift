import TamgaFormats
import TamgaVerify

@testable import TamgaSeal

extension VectorSource {
  /// Texts that hold no seal, or a broken one.
  static var malformed: [(String, Vector)] {
    let seal = Scene.seal()
    let digits = String(Scene.link(seal).split(separator: "#")[1])
    func frame(_ bytes: [UInt8]) -> String { Scene.link(bytes) }
    let nothing = ["no-seal", "text-not-ours"]
    return [
      ("trailing-byte_fail", refused("a byte after the seal", frame(seal + [0]), "seal-malformed")),
      (
        "cut-off_fail",
        refused("the last byte is missing", frame(Array(seal.dropLast())), "seal-malformed")
      ),
      (
        "long-length_fail",
        refused(
          "the array's length in two bytes", frame([0xD2, 0x98, 0x04] + seal[2...]),
          "seal-malformed")
      ),
      (
        "indefinite-array_fail",
        refused(
          "an array without length", frame([0xD2, 0x9F] + seal[2...] + [0xFF]), "seal-malformed")
      ),
      (
        "deep_fail",
        refused("arrays in arrays", frame([UInt8](repeating: 0x81, count: 1000)), "seal-malformed")
      ),
      (
        "too-long_fail",
        refused("1025 bytes", frame([UInt8](repeating: 0, count: 1025)), "payload-too-long")
      ),
      (
        "too-many-digits_fail",
        refused(
          "more digits than any code holds", digits + String(repeating: "1", count: 8193),
          "payload-too-long")
      ),
      (
        "other-digits_fail",
        payload(
          "digits of something else, at any length", String(repeating: "1", count: 8193),
          "no-seal", nothing)
      ),
      (
        "other-capitals_fail",
        payload(
          "capitals that are base45 by chance",
          String(repeating: "SEE PAGE 12 OF ANNEX 4. ", count: 9),
          "no-seal", nothing)
      ),
      (
        "results-file_fail",
        payload(
          "a file of results",
          String(repeating: "{\"line\": 17, \"outcome\": \"issued\"}\n", count: 250),
          "no-seal", nothing)
      ),
      (
        "block-value_fail",
        refused(
          "a block that is too large",
          "https://tamga.example/v#99999999999999999" + digits.dropFirst(17),
          "payload-malformed")
      ),
      (
        "block-length_fail",
        refused("a digit too many", "https://tamga.example/v#" + digits + "1", "payload-malformed")
      ),
      (
        "letter-among-digits_fail",
        refused("O for 0", "https://tamga.example/v#O" + digits.dropFirst(), "payload-malformed")
      ),
      (
        "no-digits_fail",
        refused("a link without a seal", "https://tamga.example/v#", "payload-malformed")
      ),
      (
        "base45-character_fail",
        refused("lower case", "TG1:" + Base45.encoded(seal).lowercased(), "payload-malformed")
      ),
      (
        "base45-value_fail",
        refused("a group that is too large", "TG1:GGW" + Base45.encoded(seal), "payload-malformed")
      ),
      (
        "base45-length_fail",
        refused(
          "a character left over", "TG1:" + Base45.encoded(seal).prefix(301), "payload-malformed")
      ),
      ("nothing_fail", payload("no text", "", "no-seal", nothing)),
      ("words_fail", payload("some words", "ALA-26-0000017-4", "no-seal", nothing)),
      (
        "other-link_fail",
        payload("a link of somebody", "https://example.com/?v=1", "no-seal", nothing)
      ),
    ]
  }
}
