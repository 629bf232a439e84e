/// Rules of the exit for permanent residence (rules.md section G).
let exitRules: [any Rule.Type] = [
  ApplicantIsOfAge.self,
  ApplicantIsACitizen.self,
  ExitIsServedIn30Days.self,
  StepsKeepTheirTimes.self,
  AgenciesConcludeFirst.self,
  MilitaryRegistrationEndsFirst.self,
  GroundComesFromItsAgency.self,
  GroundNamesItsEnd.self,
  FalseDataBarOneMonth.self,
  TalonNamesTheHandingOut.self,
  ExitOrderIsInForce.self,
]
