import Foundation
import TamgaDomain
import TamgaFormats
import TamgaInput
import TamgaLayout
import TamgaOptics
import TamgaPDF
import TamgaSeal
import TamgaTemplates
import TamgaVerify

/// Issues and verifies papers in each font of the templates, in memory and with keys that are thrown
/// away: what `tamga issue` and `tamga verify` would do with them.
struct FontTrial {
  private let shared: SharedWords
  private let typesetter: Typesetter
  private let issuing = SigningKey.random()
  private let status = SigningKey.random()
  private let root = SigningKey.random()
  private static let office = "FONT-TRIAL"
  private static let host = "tamga.example"
  private static let hour: Int64 = 3600
  private static let zone = OfficeZone("Asia/Almaty")!  // safe: every database of zones has it

  private init(_ library: TemplateLibrary) throws {
    shared = library.shared
    typesetter = try library.typesetter()
  }

  /// - Throws: ``TemplateFaults`` with the line of every font in which papers are not verified.
  static func run(_ library: TemplateLibrary) throws {
    let trial = try FontTrial(library)
    let list = library.shared.fonts
    var faults: [TemplateFault] = []
    var glyphs: [[UInt8]: GlyphFingerprints] = [:]
    var letters: [[Unicode.Scalar]] = []
    for file in list.files {
      guard let path = list.path(of: file), let data = FileManager.default.contents(atPath: path),
        let font = TrueTypeFont(Array(data), isInstalled: true),
        let known = GlyphFingerprints(of: font)
      else {
        faults.append(
          fault(
            file, kk: "TrueType қарпі емес", ru: "не шрифт TrueType", en: "this is no TrueType font"
          ))
        continue
      }
      glyphs[file.sha256] = known
      letters.append(printed(font))
    }
    let faces = list.files.map { FontsPart.Face(name: $0.name, sha256: $0.sha256) }
    guard faults.isEmpty,
      let part = FontsPart(editions: [.init(since: 0, faces: faces)], glyphs: glyphs)
    else { throw TemplateFaults(faults) }
    let verifier = try trial.verifier(part)
    let own = zip(list.files, letters).filter { $0.0.role != .fallback }.reduce(into: Set()) {
      $0.formUnion($1.1)
    }
    for (file, letters) in zip(list.files, letters) {
      let shown = file.role == .fallback ? letters.filter { !own.contains($0) } : letters
      let chosen =
        [.sans, .sansBold, .monoBold].contains(file.role) ? shown.filter(isUsual) : shown
      for document in FontSpecimen.documents(of: chosen, in: file.role, shared: trial.shared) {
        guard let reasons = try trial.refusal(of: document, by: verifier) else { continue }
        faults.append(refused(file, reasons))
        break
      }
    }
    guard faults.isEmpty else { throw TemplateFaults(faults) }
  }

  /// The characters of a font that a record may have.
  private static func printed(_ font: TrueTypeFont) -> [Unicode.Scalar] {
    font.characters().compactMap { Unicode.Scalar($0.scalar) }.filter { scalar in
      let text = String(scalar)
      return PermittedCharacters.permits(scalar) && !PrintedText.words(of: text).isEmpty
        && PrintedText.normalised(text).unicodeScalars.elementsEqual(text.unicodeScalars)
    }
  }

  /// What numbers, hosts and the words of the strip are written in.
  private static func isUsual(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21...0x7E, 0x400...0x45F: true
    default: "ӘәҒғҚқҢңӨөҰұҮүҺһІі№«»–—".unicodeScalars.contains(scalar)
    }
  }

  /// The reasons of a verdict that is not the one of an untouched paper; nil for that one.
  private func refusal(of document: FilledDocument, by verifier: Verifier) throws -> [Reason]? {
    let now = Int64(Date().timeIntervalSince1970)
    let composition = try typesetter.compose(document)
    let cti = RandomBytes.drawn(16)
    let texts = composition.complete(checkCode: CheckCode(cti: cti).printed)
    guard let place = StatusIndex(list: 0, position: 0) else { return [] }
    let claims = PaperClaims(
      issuer: Self.office, notBefore: nil, expires: nil, sealedAt: now - 1, id: cti,
      document: document.kind.code, number: document.number, copy: 0, name: nil, passport: nil,
      citizenship: nil, status: place, digest: PrintedDigest.of(pages: texts, cti: cti))
    let link = PayloadText.link(host: Self.host, try Seal.signed(claims, by: issuing))
    let bytes = try composition.pdf(
      code: QRSymbol.encode(link), id: cti, created: claims.sealedAt)
    let contents = try InputReader.contents(of: bytes, fonts: verifier.fonts)
    let verdict = verifier.verdicts(on: contents)[0]
    let isSound = verdict.outcome == .valid && !verdict.reasons.contains(.textNotChecked)
    return isSound ? nil : verdict.reasons
  }

  private func verifier(_ fonts: FontsPart) throws -> Verifier {
    let now = Int64(Date().timeIntervalSince1970)
    let part = RootPart(
      office: Self.office, sequence: 1,
      issuingKeys: [
        TrustedKey(
          publicKey: issuing.publicKey, signFrom: now - Self.hour, signUntil: now + Self.hour)
      ], statusKey: status.publicKey, isTest: true)
    let standing = StatusPart(
      sequence: 1, issuedAt: now, nextUpdate: now + Self.hour,
      officeName: Bilingual(both: Self.office), zone: Self.zone,
      host: Self.host, kinds: [KindEntry(FontSpecimen.kind)],
      lists: [StatusList(number: 0, size: StatusIndex.listSize, [:])])
    let bundle = try TrustBundle.assembled(
      root: part.signed(by: root), rootKey: root.publicKey, status: standing,
      fonts: fonts.signed(by: status), by: status)
    return Verifier(trust: TrustState(bundle), now: now)
  }

  private static func refused(_ file: FontFile, _ reasons: [Reason]) -> TemplateFault {
    let codes = reasons.map(\.rawValue).joined(separator: ", ")
    return fault(
      file, kk: "бұл қаріппен шығарылған құжат тексеруден өтпейді (\(codes))",
      ru: "документ, напечатанный этим шрифтом, не проходит проверку (\(codes))",
      en: "a paper in this font is not verified as it was issued (\(codes))")
  }

  private static func fault(_ file: FontFile, kk: String, ru: String, en: String) -> TemplateFault {
    TemplateFault(
      .fontForm, file: "shared/fonts.yaml", line: file.line,
      Message(kk: "\(file.name): \(kk)", ru: "\(file.name): \(ru)", en: "\(file.name): \(en)"),
      hint: Message(
        kk: "әріптері қосылмай жазылатын басқа TrueType қарпін таңдаңыз",
        ru: "выберите другой шрифт TrueType, буквы которого не соединяются",
        en: "choose another TrueType font, one whose letters do not join"))
  }
}
