internal import TamgaDomain
internal import TamgaOptics
internal import TamgaPaperFile
internal import TamgaVerify

/// What a file may hold beside its pages, as Tamga writes it or a program that only packs it anew.
struct PDFStructureCheck {
  let file: PDFObjects

  private static let catalogKeys: Set = [
    "Type", "Pages", "MarkInfo", "StructTreeRoot", "Lang", "Metadata", "OutputIntents",
    "ViewerPreferences", "Version", "Extensions", "AcroForm", "Names", "AF", "PageLayout",
    "PageMode", "Info", "Outlines", "Perms",
  ]
  /// What viewers show beside the pages at first: MuPDF asks for the list of attachments.
  private static let modes: Set = ["UseNone", "UseOutlines", "UseThumbs", "UseAttachments"]
  private static let pageKeys: Set = [
    "Type", "Parent", "Contents", "Resources", "MediaBox", "Group", "StructParents", "Tabs",
    "Annots", "AF",
  ]

  /// Flaws of the file as a whole.
  func evidence() -> [TamperEvidence] {
    var evidence: [TamperEvidence] = []
    if file.isUpdated { evidence.append(TamperEvidence(.updated)) }
    guard file.isSound, let catalog = file.dictionary(file.trailer["Root"]),
      // A second table, which some readers do not look at.
      file.trailer["XRefStm"] == nil, !file.containsStream(where: isOddStream)
    else { return evidence + [TamperEvidence(.malformed)] }
    let names = file.dictionary(catalog["Names"]) ?? [:]
    let shows = file.dictionary(catalog["ViewerPreferences"]) ?? [:]
    let form = file.dictionary(catalog["AcroForm"]) ?? [:]
    let fields = file.resolved(form["Fields"]).array ?? []
    let mode = catalog["PageMode"]?.name ?? "UseNone"
    // Words that are read aloud or copied in place of the printed ones (ISO 32000-1, 14.9.4).
    let isToldOtherwise = file.contains {
      // A file written for the web has a number of that name.
      $0["ActualText"] != nil || $0["E"].map { $0.number == nil } ?? false
        || isSaidOtherwise($0["Alt"], ours: PaperElement.codeWords)
        || $0["Dest"] != nil && isSaidOtherwise($0["Title"], ours: PaperElement.bookmarks)
        || $0["RoleMap"].map(isMappedOtherwise) ?? false
    }
    if !Set(catalog.keys).isSubset(of: Self.catalogKeys)
      || !Set(names.keys).isSubset(of: ["EmbeddedFiles"])
      || !Set(shows.keys).isSubset(of: ["DisplayDocTitle"])
      || !Set(form.keys).isSubset(of: ["Fields", "SigFlags"])
      || !Set((file.dictionary(catalog["Perms"]) ?? [:]).keys).isSubset(of: ["DocMDP"])
      || !Self.modes.contains(mode)
      || !fields.allSatisfy(isUnseenSignature) || isToldOtherwise
    {
      evidence.append(TamperEvidence(.additions))
    }
    return evidence
  }

  /// Whether viewers have a signature, or the place of one, to speak of.
  var hasSignature: Bool {
    file.contains { file.resolved($0["FT"]).name == "Sig" || $0["ByteRange"] != nil }
  }

  /// Words in place of a picture, or of a bookmark, that are not ours.
  private func isSaidOtherwise(_ value: PDFValue?, ours: [String: String]) -> Bool {
    guard let value, let text = file.resolved(value).string else { return false }
    return !ours.values.contains(PDFText.string(text))
  }

  /// Elements of papers that are to mean something else.
  private func isMappedOtherwise(_ value: PDFValue) -> Bool {
    let names = file.dictionary(value) ?? [:]
    return StructureTag.allCases.contains { names[$0.rawValue] != nil }
  }

  /// Flaws of what stands beside a page's content.
  func evidence(of page: [String: PDFValue]) -> [TamperEvidence] {
    let notes = file.resolved(page["Annots"]).array ?? []
    let isPlain =
      Set(page.keys).subtracting(Self.pageKeys).allSatisfy { isHarmless($0, of: page) }
      && notes.allSatisfy(isUnseenSignature)
      && (page["Annots"] == nil || file.resolved(page["Annots"]).array != nil)
    return isPlain ? [] : [TamperEvidence(.additions)]
  }

  /// What viewers put on a page that they turn or save: nothing of it is seen but the turn.
  private func isHarmless(_ key: String, of page: [String: PDFValue]) -> Bool {
    let value = file.resolved(page[key])
    switch key {
    case "Rotate": return value.integer.map { $0 % 90 == 0 } ?? false
    case "CropBox", "TrimBox", "BleedBox", "ArtBox": return value == file.resolved(page["MediaBox"])
    case "LastModified": return value.string != nil
    default: return false
    }
  }

  private static let filters: Set = [
    "FlateDecode", "LZWDecode", "ASCIIHexDecode", "ASCII85Decode", "RunLengthDecode", "DCTDecode",
    "CCITTFaxDecode", "JBIG2Decode", "JPXDecode", "Crypt",
  ]

  /// A stream whose filters and their parameters do not fit each other, which readers undo differently, or
  /// whose data stand in another file.
  private func isOddStream(_ members: [String: PDFValue]) -> Bool {
    guard let filter = members["Filter"] else { return members["F"] != nil }
    if members["F"] != nil || members["FFilter"] != nil || members["DP"] != nil { return true }
    let parameters = file.resolved(members["DecodeParms"])
    func isKnown(_ value: PDFValue) -> Bool {
      file.resolved(value).name.map(Self.filters.contains) ?? false
    }
    func fits(_ value: PDFValue) -> Bool {
      let value = file.resolved(value)
      return value == .null || value.dictionary != nil
    }
    let value = file.resolved(filter)
    if value == .null { return parameters != .null }
    if value.name != nil { return !isKnown(value) || !fits(parameters) }
    guard let names = value.array, names.allSatisfy(isKnown) else { return true }
    if parameters == .null { return false }
    guard let list = parameters.array else { return true }
    return list.count != names.count || !list.allSatisfy(fits)
  }

  private static let signatureKeys: Set = [
    "Type", "Subtype", "FT", "T", "Ff", "F", "V", "P", "Rect", "Lock", "SV", "DA", "NM", "M",
  ]

  /// A signature field without a place on the page: the one field of a paper. Of any other sort
  /// readers show a mark that needs no place.
  private func isUnseenSignature(_ value: PDFValue) -> Bool {
    guard let field = file.dictionary(value), file.resolved(field["FT"]).name == "Sig",
      file.resolved(field["Subtype"]).name == "Widget",
      Set(field.keys).isSubset(of: Self.signatureKeys),
      let place = file.resolved(field["Rect"]).array?.compactMap(\.number), place.count == 4
    else { return false }
    return place[0] == place[2] && place[1] == place[3]
  }

  /// Points: A4, as printed on by every kind.
  static let paper = (width: 595.276, height: 841.89)

  /// The size of a page that has the size of a paper, points.
  func size(of page: [String: PDFValue]) -> (width: Double, height: Double)? {
    let box = file.resolved(page["MediaBox"]).array?.compactMap { file.resolved($0).number } ?? []
    guard box.count == 4, box[0] == 0, box[1] == 0, abs(box[2] - Self.paper.width) < 0.5,
      abs(box[3] - Self.paper.height) < 0.5
    else { return nil }
    return (box[2], box[3])
  }

  /// The stencils among the resources of a page, by name.
  func stencils(
    in resources: [String: PDFValue]
  ) -> [String: (reference: PDFReference, members: [String: PDFValue])] {
    let objects = file.dictionary(resources["XObject"]) ?? [:]
    return objects.compactMapValues { isStencil($0) ? file.stream($0) : nil }
  }

  /// Whether the resources of a page hold only what papers have: no patterns, no transparency.
  func isPlain(_ resources: [String: PDFValue]) -> Bool {
    let states = file.dictionary(resources["ExtGState"]) ?? [:]
    return Set(resources.keys).isSubset(of: ["Font", "XObject", "ExtGState", "ProcSet"])
      && states.values.allSatisfy { state in
        file.dictionary(state)?.allSatisfy { key, value in
          key == "Type" || ["CA", "ca"].contains(key) && file.resolved(value).number == 1
        } ?? false
      }
  }

  private static let stencilKeys: Set = [
    "Type", "Subtype", "ImageMask", "BitsPerComponent", "Width", "Height", "Decode", "Interpolate",
    "Length", "Filter", "DecodeParms",
  ]

  /// A square of modules in one colour.
  private func isStencil(_ value: PDFValue) -> Bool {
    guard let (_, members) = file.stream(value), members["Subtype"]?.name == "Image",
      members["ImageMask"] == .flag(true), Set(members.keys).isSubset(of: Self.stencilKeys),
      let width = members["Width"]?.integer, StencilCode.sides.contains(width)
    else { return false }
    return members["Height"]?.integer == width
  }
}
