public import TamgaDomain

/// Why synthetic decisions cannot be made.
public enum SampleError: Problem, Hashable {
  /// No synthetic decisions are known of this kind.
  case unknownKind(String)
  /// A percentage outside 0 to 100.
  case flawPercent(Int)
  /// The office has no body of this sort.
  case noBody(IssuingBody.Kind)
  /// The office lets in nobody whose names are known here.
  case noVisaFreeCountry

  public enum Code: String, ProblemCode {
    case unknownKind = "sample-unknown-kind"
    case flawPercent = "sample-flaw-percent"
    case noBody = "sample-no-body"
    case noVisaFreeCountry = "sample-no-visa-free-country"
  }

  public var code: Code {
    switch self {
    case .unknownKind: .unknownKind
    case .flawPercent: .flawPercent
    case .noBody: .noBody
    case .noVisaFreeCountry: .noVisaFreeCountry
    }
  }

  public var place: String {
    switch self {
    case .unknownKind(let name): name
    case .flawPercent(let percent): "\(percent)"
    case .noBody(let kind): kind.rawValue
    case .noVisaFreeCountry: "visaFreeThreeMonths"
    }
  }

  public var message: Message {
    switch self {
    case .unknownKind:
      Message(
        kk: "бұл құжат түріне үлгі шешімдер жасалмайды",
        ru: "для этого вида документа примеры решений не создаются",
        en: "there are no synthetic decisions of this kind")
    case .flawPercent:
      Message(kk: "бұл пайыз емес", ru: "это не процент", en: "this is no percentage")
    case .noBody:
      Message(
        kk: "кеңседе бұл түрдегі берген орган жоқ",
        ru: "у ведомства нет органа этого вида, выдающего документы",
        en: "the office has no issuing body of this kind")
    case .noVisaFreeCountry:
      Message(
        kk: "тізімде үлгі шешімдерге белгілі ел жоқ",
        ru: "в списке нет страны, известной примерам решений",
        en: "no country of the list is known to the synthetic decisions")
    }
  }

  public var hint: Message? {
    switch self {
    case .unknownKind(let name):
      Self.among(
        NearestName.of(name, among: SampleMaker.kinds).map { [$0] } ?? SampleMaker.kinds)
    case .flawPercent:
      Message(
        kk: "0 мен 100 аралығындағы сан беріңіз", ru: "дайте число от 0 до 100",
        en: "give a number from 0 to 100")
    case .noBody:
      Message(
        kk: "оны tamga.yaml баптауына қосыңыз немесе кеңсені көрсетпеңіз",
        ru: "добавьте его в настройки tamga.yaml или не указывайте ведомство",
        en: "add one to tamga.yaml, or leave the office out")
    case .noVisaFreeCountry: Self.among(SampleBodies.examples.visaFree.sorted())
    }
  }

  public var exitStatus: ExitStatus { .usage }

  private static func among(_ names: [String]) -> Message {
    let list = names.joined(separator: ", ")
    return Message(kk: "мүмкін мәндер: \(list)", ru: "возможны: \(list)", en: "known: \(list)")
  }
}
