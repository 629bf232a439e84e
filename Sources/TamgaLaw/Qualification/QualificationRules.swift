let qualificationRules: [any Rule.Type] = []
