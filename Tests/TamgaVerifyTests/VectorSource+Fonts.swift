import Foundation
import TamgaDomain
import TamgaFormats
import TamgaVerify

@testable import TamgaSeal

/// Bundles with fonts, and a paper of a real office judged by them.
///
/// The keys of that office are gone. Its issuing key is vouched for by the root key of ``Scene``, and
/// what its status part said is signed anew.
extension VectorSource {
  private static func place(_ name: String) -> String { "\(VectorFolder.bundles)/\(name).bundle" }

  private static let office = place("office")
  private static let leftOut = place("office-without-fonts")
  private static let firstVersion = place("office-version-1")
  private static let laterEdition = place("office-later-edition")
  private static let otherFonts = place("office-other-fonts")
  private static let olderThanPaper = place("office-older-than-paper")
  private static let mixedFonts = place("mixed-fonts")
  private static let strangersFonts = place("strangers-fonts")
  private static let unnamedFonts = place("unnamed-fonts")

  /// The moment of the `file-*` cases.
  private static let officeNow: Int64 = 1_795_234_477
  /// When the office began to seal; its papers were sealed later.
  private static let officeBegan: Int64 = 1_795_228_850

  private static func made<T>(_ body: () throws -> T) -> T {
    // safe: test keys and files that are there; who lacks the fonts is told by name
    try! body()
  }

  /// A font file of the papers, by name.
  private static func face(
    _ name: String, withHints: Bool = true
  ) -> (face: FontsPart.Face, glyphs: GlyphFingerprints) {
    let path = "/usr/share/fonts/truetype/paratype/\(name)"
    guard let data = FileManager.default.contents(atPath: path),
      let font = TrueTypeFont(Array(data), isInstalled: true),
      let glyphs = GlyphFingerprints(of: font, withHints: withHints)
    else { preconditionFailure("\(path) is not installed") }
    return (FontsPart.Face(name: name, file: Array(data)), glyphs)
  }

  private static func part(_ editions: [[String]]) -> FontsPart {
    var glyphs: [[UInt8]: GlyphFingerprints] = [:]
    let listed = editions.enumerated().map { index, names in
      FontsPart.Edition(
        since: officeBegan + Int64(index) * 3600,
        faces: names.map { name in
          let face = face(name)
          glyphs[face.face.sha256] = face.glyphs
          return face.face
        })
    }
    guard let part = FontsPart(editions: listed, glyphs: glyphs) else {
      preconditionFailure("fonts of this folder")
    }
    return part
  }

  /// The paper's fonts, with hints, as papers had them when it was made.
  private static let ofPaper = [
    "PTF55F.ttf", "PTF56F.ttf", "PTF75F.ttf", "PTM75F.ttf", "PTS55F.ttf", "PTS75F.ttf",
  ]

  static var fontBundles: [String: [UInt8]] {
    made {
      let former = try TrustBundle(VectorFolder.bundle(office))
      let root = RootPart(
        office: former.root.office, sequence: former.root.sequence,
        issuingKeys: former.root.issuingKeys, statusKey: Scene.status.publicKey)
      var status = former.status
      status.fonts = nil
      func bundle(_ part: FontsPart?, issuedAt: Int64 = officeNow - 3600) throws -> TrustBundle {
        status.issuedAt = issuedAt
        return try TrustBundle.assembled(
          root: root.signed(by: Scene.root), rootKey: Scene.root.publicKey, status: status,
          fonts: part?.signed(by: Scene.status), by: Scene.status)
      }
      let whole = try bundle(part([ofPaper]))
      let other = try bundle(part([["PTM75F.ttf"]]))
      let older = try bundle(part([["PTM75F.ttf"]]), issuedAt: officeBegan - 3600)
      func frame(_ bundle: TrustBundle) throws -> [CBOR] {
        try CBORReader.read(bundle.bytes, limit: TrustBundle.byteLimit).array ?? []
      }
      var mixed = try frame(other)
      mixed[5] = try frame(whole)[5]
      var strange = try frame(other)
      let strangers = try part([["PTM75F.ttf"]]).signed(by: Scene.stranger)
      strange[4] = .bytes(
        try {
          status.fonts = FontsPart.sum(of: strangers)
          return try status.signed(over: root.signed(by: Scene.root), by: Scene.status)
        }())
      strange[5] = .bytes(strangers)
      var unnamed = try frame(bundle(nil))
      unnamed[1] = .unsigned(2)
      unnamed.append(try frame(other)[5])
      return [
        office: whole.bytes, leftOut: try whole.withoutFonts().bytes,
        firstVersion: try bundle(nil).bytes,
        laterEdition: try bundle(part([ofPaper, ["PTM75F.ttf"]])).bytes,
        otherFonts: other.bytes, olderThanPaper: older.bytes,
        mixedFonts: CBOR.array(mixed).encoded, strangersFonts: CBOR.array(strange).encoded,
        unnamedFonts: CBOR.array(unnamed).encoded,
      ]
    }
  }

  static var fonts: [(String, Vector)] {
    func judged(
      _ why: String, _ bundle: String, _ verdict: String, _ reasons: [String],
      file: String = "file-paper", altered: [String]? = nil
    ) -> Vector {
      Vector(
        why: why, file: "../\(file)/paper.pdf", bundle: bundle, now: officeNow,
        expect: .init(verdict: verdict, reasons: reasons, altered: altered))
    }
    func refused(_ why: String, _ bundle: String, _ code: String) -> Vector {
      Vector(why: why, bundle: bundle, now: officeNow, refusal: code)
    }
    // The file is of an earlier writer: not in the form of today.
    let again = ["file-rewritten", "text-not-checked"]
    let unchecked = ["fonts-not-in-bundle"] + again
    return [
      (
        "fonts-left-out",
        judged("the fonts were left out of the bundle", leftOut, "valid", unchecked)
      ),
      (
        "fonts-version-1",
        judged("a bundle that knows of no fonts", firstVersion, "valid", unchecked)
      ),
      (
        "fonts-left-out-hidden_fail",
        judged(
          "words that are not seen are found without the fonts", leftOut, "altered",
          ["text-hidden", "fonts-not-in-bundle"], file: "file-white-text_fail")
      ),
      (
        "fonts-earlier-edition",
        judged(
          "the paper's fonts are of an edition before the present one", laterEdition, "valid", again
        )
      ),
      (
        "fonts-earlier-edition-swapped_fail",
        judged(
          "two drawings exchanged, in fonts of an earlier edition", laterEdition, "altered",
          ["letters-replaced"], file: "file-changed-font_fail")
      ),
      (
        "fonts-of-no-edition_fail",
        judged(
          "fonts that the office never had", otherFonts, "altered", ["letters-replaced"],
          altered: ["name", "passport", "number", "validFrom", "validUntil"])
      ),
      (
        "fonts-newer-than-bundle_fail",
        judged(
          "the paper is newer than the bundle: its fonts may be too", olderThanPaper,
          "status-unknown", ["fonts-newer-than-bundle"] + again)
      ),
      (
        "bundle-mixed-fonts_fail",
        refused("the fonts part of another bundle", mixedFonts, "trust-other-fonts-part")
      ),
      (
        "bundle-strangers-fonts_fail",
        refused(
          "fonts that the status key names and a stranger signed", strangersFonts,
          "trust-fonts-signature")
      ),
      (
        "bundle-unnamed-fonts_fail",
        refused("fonts that the status part does not name", unnamedFonts, "trust-status-part")
      ),
    ]
  }
}
