/// How the papers look: one family of sizes for every kind. Sizes are points, distances millimetres.
package struct Style {
  /// A4.
  package static let pageWidth = 210.0
  package static let pageHeight = 297.0
  static let margin = 20.0
  static let top = 13.0
  static let bottom = 11.0
  /// Along each edge of the sheet, where printers print nothing.
  static let printless = 4.0
  static let contentWidth = pageWidth - 2 * margin

  /// Factor on the gaps between blocks: papers breathe when there is room.
  let air: Double
  /// Factor on the sizes of the body's letters.
  let scale: Double

  /// From generous to tight; the first in which both languages fit on one page is taken.
  static let densities = [
    Style(air: 1.25, scale: 1), Style(air: 1, scale: 1), Style(air: 0.7, scale: 0.97),
    Style(air: 0.5, scale: 0.93), Style(air: 0.4, scale: 0.9),
  ]
  /// The place among them for papers that flow over pages.
  static let flowing = 1
  /// A last page that is filled less than this is saved by a tighter density, where one does.
  static let scantPage = 0.2

  var title: Double { 15 * scale }
  var subtitle: Double { 11.5 * scale }
  var label: Double { 10 * scale }
  var value: Double { 11.5 * scale }
  var operative: Double { 12 * scale }
  var term: Double { 14.5 * scale }
  var body: Double { 11 * scale }
  var note: Double { 10.5 * scale }
  var caption: Double { max(Self.smallest, 8 * scale) }
  var role: Double { 9.5 * scale }

  /// What a copier keeps: nothing is printed smaller.
  package static let smallest = 7.5

  static let letterhead = 9.4
  static let strip = 8.2
  static let stripNumber = 11.5
  static let stripAct = smallest
  static let continuation = 8.5
  static let preview = 34.0
  /// Characters of the holder's name in the head of a later page: two lines at most.
  static let continuationName = 120

  /// Characters of a value that is not broken over lines: a number, a date in words, initials.
  static let wholeValue = 24

  /// The line through struck letters: how high above the baseline and how thick, of their size.
  static let strikeHeight = 0.28
  static let strikeThickness = 0.07

  /// Shades: 0 is black. Quiet text stays dark enough for a copier.
  package static let ink = 0.0
  static let quiet = 0.28
  static let previewShade = 0.76
  static let hairline = 0.65

  /// The label column of rows.
  static let minLabelWidth = 30.0
  static let maxLabelWidth = 60.0
  static let columnGap = 4.0
  /// The column of «1)» beside what is enclosed.
  static let markWidth = 6.0

  /// Whom a paper goes to stands at the right above: its column, and the labels in it.
  static let addresseeWidth = 105.0
  static let addresseeLabelWidths = 12.0...46.0

  /// A stamp is 40 mm wide; a circle of this radius round its place stays free of words.
  package static let stampRadius = 20.0
  /// How far the stamp and the words beside it stand apart.
  static let stampGap = 1.5

  /// The code without its quiet zone, and the zone in modules (contract `seal.md`).
  static let codeWidth = 40.0
  static let quietZone = 4
  /// The smallest module, millimetres.
  static let minModule = 0.5
  /// Modules are whole dots of this grid, per inch.
  static let grid = 600.0
  /// The strip is as high as the largest lawful symbol with its quiet zone.
  static let stripHeight = 47.5
  /// The foot of a form without a code.
  static let formFootHeight = 12.0
}
