import TamgaDecisions
public import TamgaDomain
import TamgaLaw
public import TamgaTemplates

/// The form of one kind, made from its manifest: what is asked, in the order of the paper.
public struct KindForm: Sendable {
  public let kind: DocumentKind
  public let countries: CountryNames
  /// What is asked of every decision of the kind.
  public let sections: [FormSection]
  /// What may be given besides, folded away.
  public let further: [FormSection]
  /// Places that a record may use in the stead of others; shown where it does.
  public let spare: [FormControl]
  /// Flags of which a box that is not ticked says no, where the office asks for every fact.
  public let plainFlags: Set<String>
  /// Every control, in the order of the form.
  public let controls: [FormControl]
  private let byPlace: [String: FormControl]
  /// The bodies for which the account may issue.
  public let bodies: [IssuingBody]

  /// - Parameters:
  ///   - bodies: Those of the account; one alone is chosen already.
  public init(
    _ kind: DocumentKind, shared: SharedWords, bodies: [IssuingBody], countries: CountryNames
  ) {
    self.kind = kind
    self.countries = countries
    self.bodies = bodies
    let plan = FormPlan(kind, shared, bodies)
    sections = plan.sections
    further = plan.further
    spare = plan.spare
    plainFlags = plan.plainFlags
    controls = (plan.sections + plan.further).flatMap(\.controls) + plan.spare
    byPlace = Dictionary(controls.map { ($0.place, $0) }) { first, _ in first }
  }

  /// The control at a place of the record or above it: that of `/fields/basis` for `/fields/basis/ru`.
  public func control(at place: String) -> FormControl? {
    var place = Substring(place)
    while !place.isEmpty {
      if let control = byPlace[String(place)] { return control }
      place = place[..<(place.lastIndex(of: "/") ?? place.startIndex)]
    }
    return nil
  }
}

/// Controls that belong together, under a heading.
public struct FormSection: Hashable, Sendable {
  public let subject: FormSubject
  public let controls: [FormControl]
}

/// What a part of a form is about.
public enum FormSubject: String, Hashable, Sendable, CaseIterable {
  case body, person, term, host, work, grounds, papers, paper, signature
  /// What only the rules read.
  case facts
  /// What a record may carry besides.
  case further

  /// Where a field belongs; fields that no list names are of the paper's own subject.
  static func of(_ name: String) -> FormSubject {
    if let subject = bySubject.first(where: { $0.names.contains(name) }) { return subject.subject }
    let hosts = ["host", "petition"]
    let works = ["employer", "previousEmployer", "contract", "profession", "sector"]
    if hosts.contains(where: name.hasPrefix) { return .host }
    if works.contains(where: name.hasPrefix) { return .work }
    if name.hasPrefix("familyMember") || name.hasPrefix("applicant") { return .person }
    return .paper
  }

  private static let bySubject: [(subject: FormSubject, names: Set<String>)] = [
    (
      .person,
      [
        "latinFullName", "fullName", "birthDate", "birthPlace", "sex", "citizenship",
        "passportKind",
        "passportSeriesNumber", "passportSeries", "passportNumber", "passportIssueDate",
        "passportExpiryDate", "passportIssuer", "iin", "ethnicity", "permanentAddress", "phone",
        "maritalStatus", "employment", "formerNames", "formerCitizenship", "religion", "children",
        "applicantContacts", "homeContacts",
      ]
    ),
    (
      .term,
      [
        "validFrom", "validUntil", "termMonths", "requestedMonths", "requestedFrom",
        "requestedUntil", "newStayUntil",
      ]
    ),
    (.work, ["basis", "petitionerKind"]),
    (
      .grounds,
      [
        "groundIds", "refusalDetail", "legalBasis", "untilText", "inspectionActNumber",
        "inspectionActDate", "informationReceivedDate",
      ]
    ),
    (.papers, ["missingDocuments", "acceptedDocuments", "enclosures"]),
    (
      .signature,
      [
        "officerPosition", "officerRank", "officerFullName", "clerkFullName", "clerkPhone",
        "executorFullName", "executorPhone",
      ]
    ),
  ]
}
