internal import Synchronization
import TamgaDomain
import TamgaLayout
import TamgaPDF

/// Draws records as papers that nobody issues, one after another, with fonts that are loaded once.
public final class DraftPictures: Sendable {
  private let office: Office
  private let typesetter = Mutex<Typesetter?>(nil)

  public init(office: Office) {
    self.office = office
  }

  /// The first page with the words «not valid» across it, PNG.
  ///
  /// - Parameter record: As far as it is filled in.
  /// - Throws: ``IssueError`` for an unknown kind, `TypesetError` for a record that no page holds.
  public func firstPage(
    _ document: String, record: [UInt8], dotsPerInch: Double
  ) throws -> [UInt8] {
    try typesetter.withLock { typesetter in
      let ready = try typesetter ?? office.typesetter()
      typesetter = ready
      let draft = try Draft(
        document, record: record, library: office.library, today: office.today,
        office: office.configuration, leavesBlanks: true)
      return try draft.compose(ready).previewPictures(dotsPerInch: dotsPerInch).first ?? []
    }
  }
}
