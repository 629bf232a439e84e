public import TamgaDomain
import TamgaFormats

/// Reads records into decisions (contract `decisions.md` and `facts.md`).
///
/// Says at once everything that is wrong with a record, in places that are JSON pointers.
public struct DecisionParser: Sendable {
  let kind: @Sendable (String) -> DocumentKind?
  let kindNames: [String]
  let bodies: Set<String>?
  let isCountry: @Sendable (String) -> Bool
  let papers: RequiredDocuments
  let letters: LetterSet?

  /// - Parameters:
  ///   - kindNames: The ids of all kinds, to suggest one for a mistyped id.
  ///   - bodies: The codes of the issuing bodies; nil where there is no office, so that every code
  ///     passes.
  ///   - isCountry: Whether a code of three capital letters names a country that can be printed.
  ///   - papers: The papers that a record may name by id.
  ///   - letters: What the fonts of the papers draw; nil where that is not known, so that every
  ///     letter passes.
  ///   - kind: The kind of an id of `document`.
  public init(
    kindNames: [String] = [], bodies: Set<String>?,
    isCountry: @escaping @Sendable (String) -> Bool = { _ in true },
    papers: RequiredDocuments = .none, letters: LetterSet? = nil,
    kind: @escaping @Sendable (String) -> DocumentKind?
  ) {
    self.kind = kind
    self.kindNames = kindNames
    self.bodies = bodies
    self.isCountry = isCountry
    self.papers = papers
    self.letters = letters
  }

  /// Reads one record. Never fails: a record that cannot be read is one with findings.
  public func parse(_ record: RawRecord) -> ParsedDecision {
    switch record.content {
    case .tooLong: return refused(.recordTooLong)
    case .malformed(let fault):
      return refused(.json(fault.code, line: fault.line, column: fault.column))
    case .bytes(let bytes):
      guard bytes.count <= RecordLimits.recordBytes else { return refused(.recordTooLong) }
      do throws(JSONFault) {
        let (value, irregularities) = try JSONReader.read(bytes, limits: .record)
        return parse(value, irregularities)
      } catch {
        // Places are those of the file, where the clerk's editor finds them.
        let isFirst = error.line == 1
        return refused(
          .json(
            error.code, line: record.startLine + error.line - 1,
            column: isFirst ? record.startColumn + error.column - 1 : error.column))
      }
    }
  }

  /// Reads a record that is at hand whole.
  public func parse(_ bytes: [UInt8], source: String) -> ParsedDecision {
    parse(
      RawRecord(
        source: source, line: 1, content: .bytes(bytes), startLine: 1, startColumn: 1,
        extent: 0..<Int64(bytes.count)))
  }

  private func parse(
    _ value: JSONValue, _ irregularities: [JSONIrregularity]
  ) -> ParsedDecision {
    guard case .object(let members) = value else { return refused(.notAnObject) }
    var reading = DecisionDecoder(self, members, irregularities)
    return reading.run(canonical: CanonicalJSON.bytes(of: value))
  }

  private func refused(_ problem: RecordProblem) -> ParsedDecision {
    ParsedDecision(id: nil, decision: nil, findings: [problem.finding(at: JSONPointer())])
  }
}
