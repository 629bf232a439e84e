import TamgaRegister

extension Audit {
  /// Every allotted number is a paper's, and every status list counts its papers.
  mutating func numbers() throws {
    for gap in try office.register.gaps() {
      let (first, last) = (gap.ordinals.lowerBound, gap.ordinals.upperBound)
      let place = "series \(gap.series), \(first == last ? "\(first)" : "\(first)–\(last)")"
      found(
        AuditFinding(
          .number, place, kk: "берілген нөмір ешбір құжатта жоқ",
          ru: "выделенного номера нет ни у одного документа",
          en: "the allotted number belongs to no paper"))
    }
    for list in try office.register.miscountedLists() {
      found(
        AuditFinding(
          .statusList, "status list \(list.list)",
          kk: "тізімде \(list.counted) құжат деп тұр, ал шынында \(list.papers)",
          ru: "в списке числится документов: \(list.counted), а их \(list.papers)",
          en: "the list counts \(list.counted) papers and has \(list.papers)"))
    }
  }
}
