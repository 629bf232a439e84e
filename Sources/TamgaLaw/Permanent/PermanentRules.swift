/// Rules of permanent residence (rules.md section E).
let permanentRules: [any Rule.Type] = [
  PassportIsValidHalfAYear.self,
  PapersAreFresh.self,
  DwellingIsSecured.self,
  ChildConsents.self,
  PhotoIsGiven.self,
  ApplicantIsFingerprinted.self,
  DutyIsPaid.self,
  PermanentResidenceIsDecidedIn45Days.self,
  ServiceIsOnPaper.self,
  SecurityGroundGivesNoReason.self,
  ExemptGroupsKeepTheirResidence.self,
  ExemptGroupsNeedNoSolvency.self,
  ExpulsionLiesWithinFiveYears.self,
  AbsenceIsLongEnough.self,
  AbsenceIsNoGroundOfRefusal.self,
]
