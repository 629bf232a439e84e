/// One kind of paper, as its manifest declares it: what is asked, what is judged, what is sealed.
public struct DocumentKind: Hashable, Sendable {
  /// The id of `documents.md`, for example `labour-immigrant-permit`.
  public let id: String
  /// The short code that stands in the seal, at most 8 characters.
  public let code: String
  /// The state service in which the paper is made.
  public let service: Service
  /// What a decision of this kind does.
  public let action: DecisionAction
  /// What the paper does for its holder; one of the ``DecisionAction/effects`` of its action.
  public let effect: Effect
  /// What the paper is called, for lists and verdicts; the form has its own heading.
  public let title: Message
  /// Every field that a record of this kind may carry, in the order of the form.
  public let fields: [FieldDeclaration]
  /// The rules of law that judge its decisions, in the order of the manifest.
  public let rules: [RuleUse]
  /// Where its number comes from.
  public let number: NumberDeclaration
  /// Copies that the act asks for; 1 where it is silent.
  public let copies: Int
  /// Which fields its seal holds.
  public let claims: SealedClaims
  /// The kinds of ground that this paper may name; empty when it names none.
  public let groundKinds: [GroundKind]
  /// The mark of an extension, printed as `extendedMark`; nil when the form has none.
  public let extendedMark: Bilingual?
  /// False for forms that an applicant signs: they carry no code.
  public let isSealed: Bool
  /// Ids of the kinds that the same decision makes besides this one: a notice of the decision.
  public let also: [String]
  /// Whether its files are signed by the issuing body.
  public let signing: DocumentSigning

  /// A kind as a manifest declares it; whether its parts fit together says the reader of templates.
  public init(
    id: String, code: String, service: Service, action: DecisionAction, effect: Effect,
    title: Message, fields: [FieldDeclaration], rules: [RuleUse], number: NumberDeclaration,
    copies: Int, claims: SealedClaims, groundKinds: [GroundKind], extendedMark: Bilingual?,
    isSealed: Bool = true, also: [String] = [], signing: DocumentSigning = .never
  ) {
    self.id = id
    self.code = code
    self.service = service
    self.action = action
    self.effect = effect
    self.title = title
    self.fields = fields
    self.rules = rules
    self.number = number
    self.copies = copies
    self.claims = claims
    self.groundKinds = groundKinds
    self.extendedMark = extendedMark
    self.isSealed = isSealed
    self.also = also
    self.signing = signing
  }

  /// The same kind with further fields, each name once; used for kinds that make several papers.
  public func adding(_ more: [FieldDeclaration]) -> DocumentKind {
    let known = Set(fields.map { $0.name })
    return DocumentKind(
      id: id, code: code, service: service, action: action, effect: effect, title: title,
      fields: fields + more.filter { !known.contains($0.name) }, rules: rules, number: number,
      copies: copies, claims: claims, groundKinds: groundKinds, extendedMark: extendedMark,
      isSealed: isSealed, also: also, signing: signing)
  }

  /// The declaration of a field, when the kind knows it.
  public func field(_ name: String) -> FieldDeclaration? {
    // By places, since a declaration is too large to be copied each time.
    fields.indices.first { fields[$0].name == name }.map { fields[$0] }
  }

  /// The type alone.
  public func type(of name: String) -> FieldType? {
    fields.indices.first { fields[$0].name == name }.map { fields[$0].type }
  }
}

/// Whether the file of a paper carries the electronic signature of its issuing body.
public enum DocumentSigning: String, Hashable, Sendable, CaseIterable {
  /// It is not issued without one.
  case required
  /// Where the office has a certificate of the body.
  case optional
  /// The file is not signed, whatever certificates the office has.
  case never
}

/// The state service to which a kind and its grounds belong.
public enum Service: String, Hashable, Sendable, CaseIterable {
  /// Permits of labour immigrants who work for natural persons (order 76).
  case labourImmigrant = "labour-immigrant-permit"
  /// Temporary residence (order 992).
  case temporaryResidence = "temporary-residence-permit"
  /// Permanent residence (order 992).
  case permanentResidence = "permanent-residence-permit"
  /// Certificates that a foreigner's qualification fits the occupation (order 236).
  case qualification = "qualification-certificate"
  /// Leaving Kazakhstan for permanent residence abroad (order 596).
  case exit = "exit-for-permanent-residence"
}

/// What the decision does (glossary: `decisionKind`).
public enum DecisionAction: String, Hashable, Sendable, CaseIterable {
  /// A right is given for the first time.
  case grant
  /// A right that was given runs on by a further paper; the earlier one stays as it is.
  case extend
  /// A paper takes the place of another with changed data.
  case reissue
  /// A further copy of a paper that was lost or spoilt, under the same number.
  case duplicate
  /// An application was judged and refused.
  case refuse
  /// A right that was given is taken back from a day on.
  case revoke
  /// A permit of permanent residence is declared void (article 49 of the Law).
  case annul
  /// A refusal to accept the papers.
  case decline
  /// A notice, receipt, certificate of a fact, letter or other paper that decides nothing.
  case inform
  /// A printed application.
  case apply

  /// What a paper of this action may do for its holder: a verdict says it of every paper of the kind, so that a
  /// refusal must not be called a grant.
  public var effects: [Effect] {
    switch self {
    case .grant, .extend, .reissue, .duplicate: [.grants]
    case .refuse, .decline: [.refuses]
    case .revoke, .annul: [.ends]
    case .inform: [.informs, .refuses, .ends]
    case .apply: [.applies]
    }
  }

  /// True for decisions that give a right: conditions of law bind only these (rules.md, head).
  public var gives: Bool {
    switch self {
    case .grant, .extend, .reissue, .duplicate: true
    case .refuse, .revoke, .annul, .decline, .inform, .apply: false
    }
  }
}

/// What a genuine paper of the kind does for its holder; shown with every verdict.
public enum Effect: String, Hashable, Sendable, CaseIterable {
  /// It gives its holder a right while it is in force.
  case grants
  /// It says that a right was not given.
  case refuses
  /// It states a fact and gives no right.
  case informs
  /// It ends a right that another paper gave.
  case ends
  /// It is the applicant's own and no decision.
  case applies
}

/// A rule that a manifest asks for, with its parameters.
public struct RuleUse: Hashable, Sendable {
  /// The id of the rule, for example `LIM-GAP-30`.
  public let id: String
  /// What the rule takes from the kind, by name; empty where it takes nothing.
  public let parameters: [String: RuleParameter]

  /// A rule by its id; whether it takes these parameters says the ruleset.
  public init(_ id: String, parameters: [String: RuleParameter] = [:]) {
    self.id = id
    self.parameters = parameters
  }
}

/// A parameter of a rule, as a manifest writes it.
public enum RuleParameter: Hashable, Sendable {
  /// One whole number.
  case count(Int)
  /// Several whole numbers, in the order of the manifest.
  case counts([Int])
  /// One word: the name of a field or a fact, as a rule.
  case text(String)
  /// Several words, in the order of the manifest.
  case texts([String])
}

/// Where a paper's number comes from.
public struct NumberDeclaration: Hashable, Sendable {
  /// The field in which the exporting system may give the number.
  public let field: String
  /// The prefix of allotted numbers; `{place}` and `{yy}` stand for the body's place and the year.
  public let series: String

  /// The field in which a record may bring its number, and the prefix for those that bring none.
  public init(field: String, series: String) {
    self.field = field
    self.series = series
  }
}

/// Which fields become claims of the seal (contract `seal.md`).
public struct SealedClaims: Hashable, Sendable {
  /// The field whose printed value is claim 4.
  public let name: String?
  /// The field with the passport or identity document number: claim 5 when the form prints it,
  /// otherwise the source of claim 9.
  public let passport: String?
  /// True where the form prints the passport, so that a verifier can compare it (claim 5); otherwise a hash
  /// stands in the seal (claim 9).
  public let printsPassport: Bool
  /// The field whose alpha-3 code is claim 6; nil where the record has none.
  public let citizenship: String?
  /// The fields that give `nbf` and `exp`; nil for papers without a term.
  public let validFrom: String?
  /// The field with the last day, sealed as its last second at the office.
  public let validUntil: String?
  /// Further claims: key (10 and above) and field.
  public let further: [FurtherClaim]

  /// The names of fields as a manifest gives them under `claims`.
  public init(
    name: String?, passport: String?, printsPassport: Bool, citizenship: String?,
    validFrom: String?, validUntil: String?, further: [FurtherClaim]
  ) {
    self.name = name
    self.passport = passport
    self.printsPassport = printsPassport
    self.citizenship = citizenship
    self.validFrom = validFrom
    self.validUntil = validUntil
    self.further = further
  }
}

/// A value that a kind seals besides the claims of every paper.
public struct FurtherClaim: Hashable, Sendable {
  /// The key in the CBOR map of claims, 10 and above.
  public let key: Int
  /// The field whose printed value is sealed.
  public let field: String
  /// What a verdict calls the value.
  public let label: Message

  /// A field under a key that no other claim of the kind has.
  public init(key: Int, field: String, label: Message) {
    self.key = key
    self.field = field
    self.label = label
  }
}
