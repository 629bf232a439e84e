import TamgaAccounts
import TamgaDecisions
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaRegister
import TamgaTemplates

/// What a caller may have decided: for which bodies, about whose papers, and whether alone.
struct Mandate: Sendable {
  let office: Office
  let caller: Caller

  /// Papers of one number that are looked at: copies, and those of other families.
  private static let most = 100

  /// Programs hand over what was decided elsewhere, and so do operators. At the counter nobody ends a paper alone.
  private var endsAlone: Bool { caller.isClient || caller.account?.role == .operator }

  /// Refuses a record that ends a paper without a second person.
  ///
  /// - Throws: ``WebProblem``
  func checkEnding(_ document: String?) throws(WebProblem) {
    if !endsAlone, let action = document.flatMap(office.library.kind)?.action,
      [.revoke, .annul].contains(action)
    {
      throw WebProblem.endsAlone
    }
  }

  /// Refuses a record for a body that is not the caller's, and one that follows or ends a paper of such a body. Blocks.
  ///
  /// - Throws: ``WebProblem``, or `RegisterError`.
  func check(_ record: JSONValue) throws {
    // A record that names no body is refused by its own rules.
    if let body = record["issuingBody"]?.text, !caller.covers(body) {
      throw WebProblem.foreignBody
    }
    guard !caller.bodies.isEmpty, let previous = record["previous"] else { return }
    var papers: [PaperEntry] = []
    if let number = previous.text {
      papers = try office.register.search(.number(number), bodies: nil, limit: Self.most)
    } else if let decision = previous["decision"]?.text {
      papers = try office.register.search(.decision(decision), bodies: nil, limit: Self.most)
    }
    // As if it were not there.
    guard papers.allSatisfy({ caller.covers($0.issuingBody) }) else { throw WebProblem.notFound }
  }

  /// The same for every record of a file that is handed in; what cannot be read is for the run to say.
  func check(file path: String) throws {
    guard !caller.bodies.isEmpty else { return }
    var reader = try RecordSource(path: path).records()
    while let record = try reader.next() {
      guard case .bytes(let bytes) = record.content,
        let value = try? JSONReader.strictValue(of: bytes)
      else { continue }
      try check(value)
    }
  }
}
