/// Rules of every service (rules.md section B).
let generalRules: [any Rule.Type] = [
  RefusalNamesItsGround.self
]
