import TamgaVerify

@testable import TamgaSeal

extension VectorSource {
  /// Pages of a PDF, with their text.
  static var documents: [(String, Vector)] {
    let code = Scene.link(Scene.seal())
    func document(
      _ why: String, _ pages: [(String?, [String])], _ verdict: String, _ reasons: [String],
      altered: [String]? = nil
    ) -> Vector {
      Vector(
        why: why, pages: pages.map { Vector.Page(text: $0.0, codes: $0.1) }, bundle: current,
        now: Scene.now, expect: .init(verdict: verdict, reasons: reasons, altered: altered))
    }
    let (first, second) = (Scene.pages[0], Scene.pages[1])
    let other = Scene.link(Scene.seal { $0.id = Array(50...65) })
    let altered = second.replacing("KARIMOV ANVAR R", with: "KARIMOV ANWAR R")
    return [
      (
        "pdf",
        document("the paper as it was printed", [(first, [code]), (second, [code])], "valid", [])
      ),
      (
        "pdf-code-on-one-page",
        document("the second code is torn off", [(first, [code]), (second, [])], "valid", [])
      ),
      (
        "pdf-scan",
        document(
          "no text", [(nil, [code]), (" ", [code])], "valid", ["page-scanned", "text-not-checked"])
      ),
      (
        "pdf-name-altered_fail",
        document(
          "a letter of the name on one page", [(first, [code]), (altered, [code])], "altered",
          ["text-altered"], altered: ["name"])
      ),
      (
        "pdf-page-added_fail",
        document(
          "a page put in", [(first, [code]), ("ерекше белгілер", []), (second, [code])], "altered",
          ["text-altered"])
      ),
      (
        "pdf-page-missing_fail",
        document("a page taken out", [(first, [code])], "altered", ["text-altered"])
      ),
      (
        "several-seals_fail",
        document(
          "two different seals on one page", [(first, [code, other]), (second, [code])],
          "not-genuine", ["several-seals"])
      ),
      (
        "genuine-beside-forged_fail",
        document(
          "a forged code beside the genuine one",
          [(first, [code, Scene.link(Scene.seal(by: Scene.stranger))])], "not-genuine",
          ["several-seals"])
      ),
      (
        "pdf-no-code_fail",
        document("no code at all", [(first, ["hello"])], "no-seal", ["no-seal", "code-not-ours"])
      ),
    ]
  }
}
