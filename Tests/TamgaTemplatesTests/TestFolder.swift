import Foundation
import TamgaDomain
import TamgaTemplates

/// A small templates folder that is right as it stands; a test changes one line of it and reads it.
struct TestFolder {
  /// By name relative to the folder.
  var files: [String: String]
  /// Files that are not text, written over the others.
  var bytes: [String: Data] = [:]

  /// Reads the files as a library from a folder that is removed afterwards.
  func library() throws -> TemplateLibrary {
    let path = FileManager.default.temporaryDirectory
      .appending(path: "tamga-templates-\(UInt64.random(in: 0...UInt64.max))").path()
    defer { try? FileManager.default.removeItem(atPath: path) }
    for (name, data) in files.mapValues({ Data($0.utf8) }).merging(bytes, uniquingKeysWith: { $1 })
    {
      let file = path + "/" + name
      let folder = file[..<(file.lastIndex(of: "/") ?? file.endIndex)]
      try FileManager.default.createDirectory(
        atPath: String(folder), withIntermediateDirectories: true)
      try data.write(to: URL(filePath: file))
    }
    return try TemplateLibrary.read(folder: path)
  }

  /// `code file:line` of every fault, in order; empty when the folder is right.
  func faults() throws -> [String] {
    do {
      _ = try library()
      return []
    } catch let faults as TemplateFaults {
      return faults.faults.map { "\($0.code) \($0.place)" }
    }
  }

  /// Of the empty file.
  static let sum = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"

  static let base = TestFolder(files: [
    "shared/phrases.yaml": phrases,
    "shared/cover.yaml": CoverWordsTests.words,
    "shared/fonts.yaml": """
    folders: [/fonts]
    faces:
      - {for: serif, file: a.ttf, sha256: \(sum)}
      - {for: serif-bold, file: b.ttf, sha256: \(sum)}
      - {for: serif-italic, file: c.ttf, sha256: \(sum)}
      - {for: sans, file: d.ttf, sha256: \(sum)}
      - {for: sans-bold, file: shared/e.ttf, sha256: \(sum), package: fonts-e}
      - {for: mono-bold, file: f.ttf, sha256: \(sum)}
      - {for: fallback, file: g.ttf, sha256: \(sum)}

    """,
    "shared/countries.yaml": """
    UZB: {kk: Өзбекстан, ru: Узбекистан}
    KGZ: {kk: Қырғызстан, ru: Кыргызстан}

    """,
    "shared/grounds.yaml": """
    grounds:
      - {id: LIM-R1, service: labour-immigrant-permit, kind: refusal, kk: негіз, ru: основание}

    """,
    "shared/fields.yaml": fields,
    "shared/papers.yaml": handedIn,
    "slip/manifest.yaml": manifest,
    "slip/2021-01-30/edition.yaml": """
    until: 2022-04-25
    act: {kk: акт, ru: акт, en: act}

    """,
    "slip/2021-01-30/kk.form": form,
    "slip/2021-01-30/ru.form": form,
    "slip/2022-04-26/edition.yaml": """
    act: {kk: акт, ru: акт, en: act}

    """,
    "slip/2022-04-26/kk.form": form,
    "slip/2022-04-26/ru.form": form,
  ])

  private static let phrases = """
    howToCheck: {kk: "{host}", ru: "{host}"}
    number: {kk: "№", ru: "№"}
    checkCode: {kk: код, ru: код}
    page: {kk: "{page}", ru: "{page}"}
    duplicate: {kk: ТЕЛНҰСҚА, ru: ДУБЛИКАТ}
    notValid: {kk: ЖАРАМСЫЗ, ru: НЕДЕЙСТВИТЕЛЬНО}
    until: {kk: "{ground} - {until} дейін", ru: "{ground} - до {until}"}
    dateInWords: {kk: "{day}", ru: "{day}"}
    months:
      kk: [а, ә, б, в, г, ғ, д, е, ё, ж, з, и]
      ru: [а, б, в, г, д, е, ё, ж, з, и, й, к]
    signing:
      role: {kk: "адам", ru: "лицо"}
      electronicRole: {kk: "ЭЦҚ", ru: "ЭЦП"}
      electronicMark: {kk: "қойылған", ru: "подписано"}
      hand: {kk: "(қолы)", ru: "(подпись)"}
    migrationHead:
      unnamed: {kk: "бастық", ru: "начальник"}
      named: {kk: "{body} бөлімінің бастығы", ru: "начальник отдела {body}"}
      unit: {kk: "{body} бастығы", ru: "начальник {body}"}

    """

  private static let fields = """
    common: [birthDate]
    fields:
      name: {type: plain, kk: аты, ru: имя, en: name}
      note: {type: text, kk: белгі, ru: заметка, en: note}
      papers: {type: papers, kk: құжаттар, ru: документы, en: papers}
      birthDate: {type: date, kk: туған күні, ru: дата рождения, en: date of birth}
      slipNumber: {type: plain, kk: нөмір, ru: номер, en: number}
      groundIds: {type: grounds, kk: негіздер, ru: основания, en: grounds}
      sex: {type: code, kk: жынысы, ru: пол, en: sex, words: {male: {kk: ер, ru: мужской}}}

    """

  private static let handedIn = """
    services:
      - service: labour-immigrant-permit
        source: {act: act, place: row}
        expired: {kk: "{paper} (өткен)", ru: "{paper} (истек)"}
        papers:
          - id: lim-passport
            kk: паспорт
            rules: [LIM-LEGAL-ENTRY]
            ru: паспорт
          - id: lim-visa
            when: [{for: [grant]}]
            kk: виза
            ru: виза
        reduced:
          - {fact: accompaniedMinor, condition: {kk: а, ru: а, en: a}, papers: [lim-passport]}

    """

  private static let manifest = """
    code: SLIP
    service: labour-immigrant-permit
    action: refuse
    effect: refuses
    title: {kk: қағаз, ru: бумага, en: slip}
    number: {field: slipNumber, series: "{place}"}
    copies: 1
    required: [name, papers, groundIds]
    optional: [note]
    carried: [slipNumber]
    claims: {name: name}
    grounds: [refusal]
    rules:
      - GEN-REFUSAL-GROUND

    """

  private static let form = """
    # A remark.
    title: № {slipNumber} {issuingBody}
    row: Name: | {name}
    row?: Note: | {note}
    list: Papers: | {papers}
    list?: {refusalReason}
    paragraph: {issueDate}
      {issueDateInWords} {legalBasis}
    seal: {howToCheck}

    """
}
