let permanentRules: [any Rule.Type] = []
