// The list of papers that applicants hand in.
extension BrokenTemplatesTests {
  private static let papersFile = "shared/papers.yaml"

  static let papers: [Row] = [
    Row(
      papersFile, nil, nil, ["missingFile \(papersFile)"], "a field of papers, and no list of them"),
    Row(
      papersFile, "id: lim-visa", "id: lim-passport", ["duplicate \(papersFile):1"],
      "a paper twice"),
    Row(
      papersFile, "id: lim-visa", "id: visa", ["wrongValue \(papersFile):10"], "an id of one word"),
    Row(
      papersFile, "id: lim-visa", "id: lim-Visa", ["wrongValue \(papersFile):10"],
      "an id with a capital letter"),
    Row(
      papersFile, "for: [grant]", "for: [grant, refuse]", ["wrongValue \(papersFile):11"],
      "an action that asks for no papers"),
    Row(
      papersFile, "for: [grant]", "fro: [grant]", ["unknownKey \(papersFile):11"], "a key misspelt"),
    Row(
      papersFile, "rules: [LIM-LEGAL-ENTRY]", "rules: [LIM-LEGAL]", ["unknownRule \(papersFile):8"],
      "a rule that is none"),
    Row(
      papersFile, "ru: \"{paper} (истек)\"", "ru: просрочено", ["wrongValue \(papersFile):4"],
      "an expired paper without its words"),
    Row(
      papersFile, "papers: [lim-passport]}", "papers: [lim-pasport]}",
      ["unknownVariable \(papersFile):1"], "a reduced set of an unknown paper"),
  ]
}
