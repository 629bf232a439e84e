import TamgaDomain
import TamgaFormats

// MIA order 76: what stands around a permit, from the receipt to the revocation.
extension SampleOffice {
  mutating func labourReceipt(id: String) -> SampleRecord {
    let issued = decisionDay(Self.labourFirst, Self.labourLast)
    var record = receipt("labour-immigrant-acceptance-receipt", id, on: issued)
    record.field("acceptedDocuments", SampleRecord.papers(LabourPaper.accepted))
    record.field("resultDateTime", "\(issued.adding(days: 2).iso)T16:00:00+06:00")
    record.field("acceptanceDate", issued)
    return record
  }

  mutating func labourAcceptanceRefusal(id: String) -> SampleRecord {
    let issued = decisionDay(Self.labourFirst, Self.labourLast)
    var record = receipt("labour-immigrant-acceptance-refusal-receipt", id, on: issued)
    let missing = random.pick(random.number(1...3), of: LabourPaper.accepted)
    record.field(
      "missingDocuments",
      SampleRecord.papers(missing.map { random.once(in: 4) ? $0 + ":expired" : $0 }))
    record.field("clerkPhone", "+7 700 000 00 \(random.number(10...99))")
    return record
  }

  private mutating func receipt(
    _ document: String, _ id: String, on issued: CalendarDate
  ) -> SampleRecord {
    let person = person(of: visaFree)
    var record = SampleRecord(
      id: id, document: document, issuingBody: bodies.stateCorporation, issueDate: issued)
    chooseLanguages(&record)
    record.field("applicantFullName", person.name)
    record.identity(person)
    record.field("clerkFullName", SampleOfficer(&random).name)
    return record
  }

  mutating func labourDuplicate(id: String) -> SampleRecord {
    let chain = shelves.permits.take(&random) ?? outsidePermit()
    let issued = Calendar2020s.decisionDay(
      onOrBefore: chain.from.adding(days: random.number(14...26)))
    var record = change(
      "labour-immigrant-permit-duplicate", id, of: chain, on: issued, numbered: "permitNumber")
    record.field("originalIssueDate", chain.issued)
    record.fact("applicationDate", issued.adding(days: -1))
    record.fact("decisionDate", issued)
    record.fact("cause", random.once(in: 3) ? "damaged" : "lost")
    record.fact("previousValidFrom", chain.from)
    record.fact("previousValidUntil", chain.until)
    return record
  }

  mutating func labourRevocation(id: String) -> SampleRecord {
    let chain = shelves.permits.take(&random) { $0.number != nil } ?? outsidePermit()
    let issued = Calendar2020s.decisionDay(
      onOrBefore: chain.from.adding(days: random.number(14...26)))
    var record = change(
      "labour-immigrant-permit-revocation-decision", id, of: chain, on: issued,
      numbered: "permitNumber")
    record.revoked(by: random.pick(LabourPaper.revocations), decided: issued)
    record.field("informationReceivedDate", issued.adding(days: -1))
    shorten(&record, of: chain)
    return record
  }

  /// The notice of a decision that another office made.
  mutating func labourRevocationNotice(id: String) -> SampleRecord {
    let chain = outsidePermit()
    let decided = Calendar2020s.decisionDay(
      onOrBefore: chain.from.adding(days: random.number(14...26)))
    var record = change(
      "labour-immigrant-permit-revocation-notice", id, of: chain, on: decided,
      numbered: "permitNumber")
    record.previous = nil
    record.revoked(by: random.pick(LabourPaper.revocations), decided: decided)
    record.field("decisionNumber", outsideNumber())
    shorten(&record, of: chain)
    return record
  }

  /// The stay ends with the notice or soon after it, before the permit would have ended.
  private func shorten(_ record: inout SampleRecord, of chain: PermitChain) {
    guard let issued = CalendarDate(iso: record.issueDate) else { return }
    record.field("newStayUntil", min(issued.adding(days: 14), chain.until.adding(days: -1)))
  }

  /// A paper about a permit: it repeats the person, the term and, where it is known, the number.
  private mutating func change(
    _ document: String, _ id: String, of chain: PermitChain, on issued: CalendarDate,
    numbered key: String
  ) -> SampleRecord {
    var record = SampleRecord(
      id: id, document: document, issuingBody: bodies.police, issueDate: issued)
    record.previous =
      chain.decision.map { .object([.init("decision", .text($0))]) }
      ?? chain.number.map { .text($0) }
    chooseLanguages(&record)
    record.field("latinFullName", chain.person.name)
    record.identity(chain.person)
    if let number = chain.number { record.field(key, number) }
    record.field("validFrom", chain.from)
    record.field("validUntil", chain.until)
    sign(&record)
    return record
  }
}

extension SampleRecord {
  fileprivate mutating func revoked(by ground: String, decided: CalendarDate) {
    field("groundIds", .array([.text(ground)]))
    field("decisionDate", decided)
    fact("isTraffickingVictim", false)
  }
}

/// Words of the labour papers.
private enum LabourPaper {
  static let revocations = ["LIM-V1", "LIM-V2", "LIM-V3"]

  /// All that a first application needs (MIA order 76, annex 1 row 8), by their ids.
  static let accepted = [
    "lim-application", "lim-tax-receipt", "lim-passport", "lim-medical-certificate",
    "lim-fingerprint-certificate", "lim-medical-insurance",
  ]
}
