import Foundation
import TamgaDomain
import TamgaFiles
import TamgaLayout
import TamgaPDF
import TamgaPrint
import TamgaTemplates

/// All papers of a batch as files for the printer: body by body, in the order of the input, each
/// as often as the acts ask, a cover sheet upon each body's papers.
///
/// Made of the issued files, which are proved by their hashes: nothing is drawn anew but the cover
/// sheets. The same batch gives the same bytes, and a run that was killed leaves no half file.
public struct PrintRun: Sendable {
  /// As the user named it, `run.pdf`.
  let path: String
  /// Every print and every cover sheet begins on a sheet of its own.
  let isDuplex: Bool
  let papersPerVolume: Int

  /// Papers of a file: one more begins another. A file of so many has some 400 MB and opens at once.
  public static let papersPerVolume = 10_000

  public init(
    path: String, isDuplex: Bool, papersPerVolume: Int = PrintRun.papersPerVolume
  ) {
    self.path = path
    self.isDuplex = isDuplex
    self.papersPerVolume = max(1, papersPerVolume)
  }

  /// Looks at the place of the files before anything is issued. A folder that is missing is rather a slip than a wish:
  /// it is not made. The output folder is made by the run itself.
  ///
  /// - Throws: ``IssueError`` of code `noPrintFolder`.
  public func refuseMissingFolder(beside output: String? = nil) throws(IssueError) {
    let folder = OfficeFile.folder(of: path)
    var facts = stat()
    func full(_ path: String) -> String { URL(fileURLWithPath: path).standardizedFileURL.path }
    let isThere =
      output.map(full) == full(folder)
      || stat(folder, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    let isFolder = stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
    guard !isThere || isFolder else { return }
    throw IssueError(
      .noPrintFolder, path,
      isFolder
        ? Message(
          kk: "--print-run файлды атайды, ал бұл қалта",
          ru: "--print-run называет файл, а это папка",
          en: "--print-run names a file, and this is a folder")
        : Message(
          kk: "--print-run файлының қалтасы жоқ", ru: "нет папки для файла --print-run",
          en: "there is no folder for the file of --print-run"),
      hint: Message(
        kk: "ештеңе шығарылған жоқ: қалтаны жасаңыз немесе басқа жолды атаңыз",
        ru: "ничего не выдано: создайте папку или назовите другой путь",
        en: "nothing was issued: make the folder or name another path"))
  }

  /// A file of the run.
  public struct Volume: Hashable, Sendable {
    public let path: String
    public let papers: Int
    public let pages: Int
  }

  /// Writes the files.
  ///
  /// - Returns: Nothing for a batch of which no record names a body.
  /// - Throws: ``IssueError`` when a stored file is lost or the disk is full; what stood under the
  ///   names of files not yet written stays.
  func write(_ plan: PrintPlan, batch: String, office: Office) throws -> [Volume] {
    guard !plan.shares.isEmpty else { return [] }
    let typesetter = try office.typesetter()
    try refuseMissingFolder()
    try OfficeFile.saying { () throws(FileFault) in try OutputFolder.refuseLinks(above: path) }
    OfficeFile.removeTemporaries(in: OfficeFile.folder(of: path), tag: tag)
    let volumes = plan.volumes(limit: papersPerVolume)
    return try volumes.enumerated().map { index, stacks in
      let target = name(of: index, among: volumes.count)
      let lines = try LineFile(target, tag: tag)
      let file = try PrintFile { try lines.append($0) }
      for stack in stacks {
        var sheet = sheet(for: stack, plan, batch: batch, office: office)
        sheet.volume = index + 1
        sheet.volumes = volumes.count
        let cover = try typesetter.compose(sheet.document(office.library.shared))
        cover.completeWithoutSeal()
        try file.append(cover.form(created: 0), opensSheets: isDuplex)
        for paper in plan.shares[stack.share].papers[stack.papers] {
          try append(paper, to: file, office)
        }
      }
      try file.finish(title: batch)
      try lines.publish()
      try OfficeFile.flushFolder(of: target)
      return Volume(
        path: target, papers: stacks.reduce(0) { $0 + $1.papers.count }, pages: file.pageCount)
    }
  }

  private func append(_ paper: PrintPlan.Paper, to file: PrintFile, _ office: Office) throws {
    do {
      try file.append(
        office.store.get(paper.sha256), copies: paper.copies, opensSheets: isDuplex)
    } catch let error as PrintFileError {
      throw IssueError(.storedFileLost, paper.number, error.message)
    }
  }

  private func sheet(
    for stack: PrintPlan.Stack, _ plan: PrintPlan, batch: String, office: Office
  ) -> CoverSheet {
    let share = plan.shares[stack.share]
    let body = office.configuration.bodies[share.body]
    var sheet = CoverSheet(body: body?.name ?? office.configuration.name, batch: batch)
    let papers = share.papers[stack.papers]
    var order: [String] = []
    var kinds: [String: [PrintPlan.Paper]] = [:]
    for paper in papers {
      if kinds[paper.document] == nil { order.append(paper.document) }
      kinds[paper.document, default: []].append(paper)
    }
    sheet.kinds = order.compactMap { id in
      let numbers = kinds[id]?.map(\.number) ?? []
      return plan.library.kind(id).map { kind in
        .init(
          title: kind.title, papers: numbers.count, copies: kind.copies,
          numbers: NumberRanges.of(numbers))
      }
    }
    sheet.sheets = papers.reduce(0) { sum, paper in
      sum + paper.copies * (isDuplex ? (paper.pages + 1) / 2 : paper.pages)
    }
    // The records without a paper are named once.
    if stack.papers.lowerBound == 0 {
      sheet.refused = share.refused
      sheet.unfinished = share.unfinished
      sheet.unprinted = share.unprinted
    }
    return sheet
  }

  // MARK: names

  /// `run.pdf`, or `run-001.pdf` of several.
  private func name(of volume: Int, among count: Int) -> String {
    guard count > 1 else { return path }
    let digits = String(volume + 1)
    let number = String(repeating: "0", count: max(0, 3 - digits.count)) + digits
    let stem = path.lowercased().hasSuffix(".pdf") ? String(path.dropLast(4)) : path
    return stem + "-" + number + ".pdf"
  }

  /// Keeps this run's temporary files apart from those of other runs in the folder.
  private var tag: String { (path.split(separator: "/").last.map(String.init) ?? "run") + "-" }
}
