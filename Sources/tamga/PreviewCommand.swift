import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaLayout
import TamgaPDF
import TamgaTemplates

extension TemplatesCommand {
  struct Preview: ParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "preview",
      abstract: "Draw a template with sample data and the words «not valid» across it.",
      discussion: "Writes a PDF, or a PNG for each page where --output ends in .png.")

    @Argument(help: ArgumentHelp("The kind.", valueName: "kind"))
    var kind: String

    @Option(help: ArgumentHelp("A record; examples/ordinary.json by default.", valueName: "file"))
    var data: String?

    @Option(help: ArgumentHelp("The file to write.", valueName: "file"))
    var output: String?

    @Option(
      help: ArgumentHelp(
        "Draw the form of this day; the record's own by default.", valueName: "yyyy-MM-dd"))
    var on: String?

    @Flag(help: "Draw again whenever a template changes.")
    var watch = false

    @OptionGroup var common: CommonOptions

    private static let dotsPerInch = 110.0

    func validate() throws {
      if let on, CalendarDate(iso: on) == nil { throw UsageError.date("--on") }
    }

    func run() throws {
      let folder = try Environment.templates(common.templates)
      // Before the drawing: what changes while it goes on is drawn again.
      var last = watch ? Self.changes(in: folder) : [:]
      try draw()
      guard watch else { return }
      while true {
        usleep(300_000)
        let now = Self.changes(in: folder)
        guard now != last else { continue }
        last = now
        do { try draw() } catch { Terminal.tell(error) }
      }
    }

    private func draw() throws {
      let folder = try Environment.templates(common.templates)
      let library = try TemplateLibrary.read(folder: folder)
      let path = data ?? folder + "/" + kind + "/examples/ordinary.json"
      // The example may be absent, a file that was named may not.
      var record = try? Files.bytes(of: path)
      if data != nil { record = try Files.bytes(of: path) }
      let draft = try Draft(
        kind, record: record, library: library, today: OfficeClock.today(),
        on: on.flatMap { CalendarDate(iso: $0) })
      for finding in draft.findings where finding.level == .error {
        Terminal.say("tamga: \(path): " + FindingLine.text(finding, library.kind(kind)))
      }
      let composition = try draft.compose(library.typesetter())
      let target = output ?? kind + "-preview.pdf"
      if target.hasSuffix(".png") {
        let pictures = try composition.previewPictures(dotsPerInch: Self.dotsPerInch)
        for (index, picture) in pictures.enumerated() {
          let name = index == 0 ? target : target.dropLast(4) + "-\(index + 1).png"
          try Files.write(picture, to: String(name))
        }
      } else {
        try Files.write(composition.preview(created: 0), to: target)
      }
      print(target)
    }

    /// The newest change below a folder, and how many files there are.
    private static func changes(in folder: String) -> [String: Date] {
      var times: [String: Date] = [:]
      let files = FileManager.default.enumerator(atPath: folder)
      while let name = files?.nextObject() as? String {
        let attributes = try? FileManager.default.attributesOfItem(atPath: folder + "/" + name)
        times[name] = attributes?[.modificationDate] as? Date
      }
      return times
    }
  }
}
