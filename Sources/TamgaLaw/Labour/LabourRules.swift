let labourRules: [any Rule.Type] = []
