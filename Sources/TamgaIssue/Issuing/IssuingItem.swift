import TamgaDecisions
import TamgaDomain
import TamgaRegister

/// A record on its way through the issuer.
struct IssuingItem: Sendable {
  /// As in ``DecisionResult``.
  let line: Int
  let source: String?
  let parsed: ParsedDecision
  /// Of a record that could not be read nothing is known.
  let person: Person
  /// The keys under which the register finds the holder.
  let personKeys: [String]
  /// It is judged when the parts before its own have their numbers, as its person has a key of a record in one.
  var isJudgedLate = false

  init(line: Int, source: String?, parsed: ParsedDecision) {
    self.line = line
    self.source = source
    self.parsed = parsed
    person = parsed.decision?.person ?? Person()
    personKeys = PersonKeys.of(person)
  }
}
