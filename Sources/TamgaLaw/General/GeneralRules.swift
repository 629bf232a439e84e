/// Rules of every service (rules.md section B).
let generalRules: [any Rule.Type] = [
  RequiredFieldsAreFilled.self,
  EditionIsInForce.self,
  IssueDateIsPlausible.self,
  DatesAreInOrder.self,
  NumberIsUnique.self,
  PersonHasNoOtherPaper.self,
  QRCodeIsUnique.self,
  KazakhWordsAreCyrillic.self,
  RefusalNamesItsGround.self,
  SilentGroundGivesNoReason.self,
  PapersAreThoseOfTheAct.self,
]
