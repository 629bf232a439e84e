import Foundation
import Testing

/// Kinds whose manifest says `signed: required`.
@Suite struct SignatureRequiredTests {
  /// A copy of the templates in which these papers must be signed.
  private static func templates() throws -> (workshop: Workshop, folder: String) {
    let workshop = try Workshop(office: false)
    _ = try Tool.text("cp", ["-r", Place.templates, workshop.path("templates")])
    for kind in SigningOffice.kinds {
      let name = "templates/\(kind)/manifest.yaml"
      let text = String(decoding: try workshop.data(name), as: UTF8.self)
      let changed = text.replacing("signed: optional", with: "signed: required")
      try #require(changed != text)
      try workshop.write(name, Data(changed.utf8))
    }
    return (workshop, workshop.path("templates"))
  }

  private static let words = [
    "kk": ("бұл органның ЭЦҚ сертификаты бапталмаған", "signatures бөліміне"),
    "ru": ("сертификат ЭЦП этого органа не настроен", "разделе signatures"),
    "en": ("no certificate for signing is configured for this body", "section 'signatures'"),
  ]

  @Test func withoutACertificateNothingIsIssued() throws {
    let (workshop, folder) = try Self.templates()
    defer { withExtendedLifetime(workshop) {} }
    let office = try SigningOffice(papers: 2, key: .nowhere, templates: folder)
    let run = try office.issue(pin: nil)
    #expect(run.status == 1, "\(run.errors)")
    let batch = try Batch(run, below: office.workshop.path("out"))
    #expect(batch.outcomes == ["failed", "failed"])
    for result in batch.results {
      let finding = try #require(result["findings"]?.items.first { $0["rule"] == "ISSUE-FAILED" })
      for (language, (sentence, hint)) in Self.words {
        let said = finding["message"]?[language]?.text ?? ""
        #expect(said.contains(sentence) && said.contains(hint), "\(finding.line)")
      }
    }
    #expect(try office.tamga("register", "list", "--office", "office").lines().isEmpty)
  }

  @Test func withOneTheyAreIssuedAndMustKeepIt() throws {
    let (workshop, folder) = try Self.templates()
    defer { withExtendedLifetime(workshop) {} }
    let office = try SigningOffice(papers: 2, templates: folder)
    let batch = try office.batch()
    #expect(batch.outcomes == ["issued", "issued"], "\(batch.run.errors)")
    try office.exportBundle()
    for (index, result) in batch.results.enumerated() {
      let file = try batch.pdf(result)
      #expect(try office.verdict(file)["signature"]?["state"] == "valid")
      let bytes = try SigningOffice.stripped(Data(contentsOf: URL(filePath: file)))
      let path = try office.workshop.write("stripped-\(index).pdf", bytes)
      let said = try office.verdict(path)
      #expect(said["verdict"] == "altered", "\(said.line)")
      let codes = said["reasons"]?.items.compactMap { $0["code"]?.text } ?? []
      #expect(codes.contains("signature-missing"), "\(said.line)")
      #expect(said["signature"]?["state"] == "missing")
      #expect(said["signature"]?["indication"] == "TOTAL-FAILED")
    }
  }
}
