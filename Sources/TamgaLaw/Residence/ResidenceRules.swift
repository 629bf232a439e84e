let residenceRules: [any Rule.Type] = []
