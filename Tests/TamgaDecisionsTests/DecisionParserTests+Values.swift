extension DecisionParserTests {
  static let fields: [DecisionCase] = [
    .field("latinFullName", nil, ["GEN-REQUIRED-FIELDS /fields/latinFullName"], "a missing field"),
    .field("latinFullName", "null", ["GEN-REQUIRED-FIELDS /fields/latinFullName"], "null"),
    .field("latinFullName", #""""#, ["GEN-REQUIRED-FIELDS /fields/latinFullName"], "empty"),
    .field(
      "latinFullName", #"" \u00A0\u2003""#, ["GEN-REQUIRED-FIELDS /fields/latinFullName"],
      "nothing to see"),
    .field(
      "latinFullName", #""A \u200BB""#, ["REC-CHARACTERS /fields/latinFullName"],
      "a space without width"),
    .field("latinFullName", "5", ["REC-TYPE /fields/latinFullName"], "a number for a text"),
    .field("latinFullName", #""A\nB""#, ["REC-CHARACTERS /fields/latinFullName"], "a line break"),
    .field(
      "latinFullName", #""A\u202eB""#, ["REC-CHARACTERS /fields/latinFullName"], "an override"),
    .field("latinFullName", #"{"kk":"A","ru":"A"}"#, [], "one text given twice"),
    .field(
      "latinFullName", #"{"kk":"A","ru":"B"}"#, ["REC-TYPE /fields/latinFullName"],
      "two texts for one"),
    .field("patronymic", nil, [], "an absent patronymic"),
    .field("patronymic", #""""#, [], "a blank patronymic"),
    .field("iin", #""""#, [], "a blank IIN"),
    .field("iin", #""850312399993""#, [], "an IIN"),
    .field("iin", #""85031239999""#, ["REC-TYPE /fields/iin"], "eleven digits"),
    .field("iin", #""٨50312399993""#, ["REC-TYPE /fields/iin"], "a digit of another script"),
    .field("citizenship", #""XXA""#, [], "a stateless person"),
    .field("citizenship", #""uzb""#, ["REC-TYPE /fields/citizenship"], "small letters"),
    .field("citizenship", #""UZ""#, ["REC-TYPE /fields/citizenship"], "two letters"),
    .field("citizenship", #""QQQ""#, ["REC-TYPE /fields/citizenship"], "no country"),
    .field("sex", #""male""#, [], "a code"),
    .field("sex", #""ер""#, ["REC-TYPE /fields/sex"], "the word for the code"),
    .field("birthDate", #""1990-5-17""#, ["REC-DATE /fields/birthDate"], "one digit"),
    .field("birthDate", #""1849-12-31""#, ["REC-DATE /fields/birthDate"], "before anybody alive"),
    .field("birthDate", #""1850-01-01""#, [], "the first day"),
    .field("birthDate", #""2299-12-31""#, [], "the last day"),
    .field("birthDate", #""2300-01-01""#, ["REC-DATE /fields/birthDate"], "one after it"),
    .field("termMonths", "3.0", [], "a whole number with a fraction of nothing"),
    .field("termMonths", "1200", [], "a hundred years"),
    .field(
      "termMonths", "1201", ["REC-LIMIT /fields/termMonths"],
      "a month more"),
    .field(
      "termMonths", "1.5", ["REC-TYPE /fields/termMonths"],
      "half a month"),
    .field(
      "termMonths", "-1", ["REC-TYPE /fields/termMonths"],
      "less than nothing"),
    .field(
      "termMonths", #""3""#, ["REC-TYPE /fields/termMonths"],
      "a text for a number"),
    .field("termMonths", "4", [], "a term that is not listed: the law says so"),
    .field("officerPosition", #""Инспектор""#, [], "one text for both languages"),
    .field(
      "officerPosition", #"{"kk":"А"}"#, ["GEN-REQUIRED-FIELDS /fields/officerPosition/ru"],
      "no Russian text"),
    .field(
      "officerPosition", #"{"kk":" ","ru":"А"}"#,
      ["GEN-REQUIRED-FIELDS /fields/officerPosition/kk"], "a blank Kazakh text"),
    .field(
      "officerPosition", #"{"kk":"","ru":""}"#, ["GEN-REQUIRED-FIELDS /fields/officerPosition"],
      "both blank"),
    .field(
      "officerPosition", #"{"kk":1,"ru":"А"}"#, ["REC-TYPE /fields/officerPosition/kk"],
      "a number for a text"),
    .field(
      "officerPosition", #"{"kk":"А","ru":"А","en":"A"}"#,
      ["REC-UNKNOWN-KEY /fields/officerPosition/en"], "a third language"),
    .field("officerPosition", #"{"kk":"А","ru":"А","x-en":"A"}"#, [], "a private key beside"),
    .field("officerPosition", #"["А"]"#, ["REC-TYPE /fields/officerPosition"], "a list"),
    .field("remarks", #""A\nB""#, [], "a line break where the form allows it"),
    .field(
      "remarks", #"{"kk":"A"}"#, ["GEN-REQUIRED-FIELDS /fields/remarks/ru"],
      "half of an optional text"),
    .field("groundIds", "[]", [], "no ground: the law says so"),
    .field("groundIds", #"["LIM-R2"]"#, [], "a ground"),
    .field("groundIds", #""LIM-R2""#, ["REC-TYPE /fields/groundIds"], "a ground without a list"),
    .field("groundIds", "[2]", ["REC-TYPE /fields/groundIds"], "a number for a ground"),
    .field("missingDocuments", #"["A",{"kk":"B","ru":"C"}]"#, [], "texts of both kinds"),
    .field(
      "missingDocuments", #"["A",{"kk":"B"}]"#,
      ["GEN-REQUIRED-FIELDS /fields/missingDocuments/1/ru"], "half a text in a list"),
    .field(
      "missingDocuments", #"["A\nB",2]"#,
      ["REC-CHARACTERS /fields/missingDocuments/0", "REC-TYPE /fields/missingDocuments/1"],
      "two faults in a list"),
    .field("missingDocuments", #"["lim-pasport"]"#, [], "a text like an id, in a list of texts"),
    .field(
      "acceptedDocuments", #"["lim-passport","lim-tax-receipt:expired",{"kk":"А","ru":"Б"}]"#, [],
      "papers by id and in words"),
    .field(
      "acceptedDocuments", #"[null,"lim-pasport","lim-passport:lost","lim-visa"]"#,
      [
        "REC-UNKNOWN-PAPER /fields/acceptedDocuments/1",
        "REC-UNKNOWN-PAPER /fields/acceptedDocuments/2",
        "REC-UNKNOWN-PAPER /fields/acceptedDocuments/3",
      ], "a slip, a state that is none, an id of ours that is none"),
    .field("acceptedDocuments", #"["a-4","паспорт"]"#, [], "words of its own"),
    .field(
      "acceptedDocuments", #""lim-passport""#, ["REC-TYPE /fields/acceptedDocuments"], "alone"),
    .field(
      "acceptedDocuments", "[3]", ["REC-TYPE /fields/acceptedDocuments/0"], "a number for a paper"),
    .field("permitNumber", #""77""#, [], "a number given by the exporting system"),
    .field("passportExpiryDate", #""2030-01-01""#, [], "paper data that the form does not print"),
    .field(
      "passportExpiryDate", #""soon""#, ["REC-DATE /fields/passportExpiryDate"],
      "but it must be a date"),
    .field(
      "lattinFullName", #""A""#, ["REC-UNKNOWN-KEY /fields/lattinFullName"], "a mistyped field"),
    .field("refusalReason", #""A""#, [], "a derived text that the kind declares"),
    .field("qrPayload", #""A""#, ["REC-UNKNOWN-KEY /fields/qrPayload"], "what Tamga writes"),
    .field(
      "requestedMonths", "3", ["REC-UNKNOWN-KEY /fields/requestedMonths"], "a fact among the fields"
    ),
    .field("a/b~c", "3", ["REC-UNKNOWN-KEY /fields/a~1b~0c"], "a key that needs escapes"),
    .field("x-note", #""\u202e""#, [], "a private field"),
    .field(#"\u0007"#, "1", ["REC-CHARACTERS /fields"], "a control character in a key"),
  ]

  static let facts: [DecisionCase] = [
    .facts("{}", [], "no facts"),
    .facts(#"{"colour":"red","x-colour":1}"#, ["REC-UNKNOWN-FACT /facts/colour"], "an unknown one"),
    .facts(#"{"acceptanceDate":null,"cause":" "}"#, [], "null and blank are absent"),
    .facts(#"{"acceptanceDate":"2021-02-08"}"#, [], "a date"),
    .facts(#"{"acceptanceDate":"yesterday"}"#, ["REC-DATE /facts/acceptanceDate"], "no date"),
    .facts(#"{"acceptanceDate":true}"#, ["REC-TYPE /facts/acceptanceDate"], "a flag for a date"),
    .facts(#"{"leftInTime":true}"#, [], "a flag"),
    .facts(#"{"leftInTime":"yes"}"#, ["REC-TYPE /facts/leftInTime"], "a word for a flag"),
    .facts(#"{"leftInTime":1}"#, ["REC-TYPE /facts/leftInTime"], "a number for a flag"),
    .facts(#"{"quotaLeft":1000000000}"#, [], "the largest count"),
    .facts(#"{"quotaLeft":1000000001}"#, ["REC-LIMIT /facts/quotaLeft"], "one above it"),
    .facts(#"{"requestedMonths":1201}"#, ["REC-LIMIT /facts/requestedMonths"], "too many months"),
    .facts(#"{"score":-1}"#, ["REC-TYPE /facts/score"], "less than nothing"),
    .facts(#"{"channel":"portal"}"#, [], "a word of a list"),
    .facts(#"{"channel":"post"}"#, ["REC-TYPE /facts/channel"], "a word that is not in it"),
    .facts(#"{"workKind":"gardening","cause":"stolen"}"#, [], "words of open lists"),
    .facts(#"{"employerName":"А\nБ"}"#, ["REC-CHARACTERS /facts/employerName"], "a line break"),
    .facts(#"{"employerName":7}"#, ["REC-TYPE /facts/employerName"], "a number for a text"),
    .facts(#"{"receivedAt":"2021-02-09T15:30:00+06:00"}"#, [], "a time"),
    .facts(#"{"receivedAt":"2021-02-09T15:30:00"}"#, ["REC-DATE /facts/receivedAt"], "no offset"),
    .facts(#"{"receivedAt":1612863000}"#, ["REC-TYPE /facts/receivedAt"], "seconds"),
    .facts(
      #"{"conclusions":[{"agency":"nsd","date":"2012-11-01","groundIds":["EXIT-R1"]}]}"#, [],
      "a conclusion"),
    .facts(
      #"{"conclusions":[{"agency":1,"date":"x","groundIds":"a"},2]}"#,
      [
        "REC-TYPE /facts/conclusions/0/agency", "REC-DATE /facts/conclusions/0/date",
        "REC-TYPE /facts/conclusions/0/groundIds", "REC-TYPE /facts/conclusions/1",
      ], "everything wrong with conclusions"),
    .facts(#"{"conclusions":{}}"#, ["REC-TYPE /facts/conclusions"], "no list of conclusions"),
    .facts(#"{"stepDates":{"1":"2012-11-01","15":null}}"#, [], "dates of steps"),
    .facts(
      #"{"stepDates":{"one":"2012-11-01","2":"x"}}"#,
      ["REC-TYPE /facts/stepDates/one", "REC-DATE /facts/stepDates/2"], "no step, and no date"),
    .facts(#"{"stepDates":[]}"#, ["REC-TYPE /facts/stepDates"], "a list of steps"),
    .facts(#"{"channel":"a","channel":"b"}"#, ["REC-DUPLICATE-KEY /facts/channel"], "a fact twice"),
    DecisionCase(
      Fixture.record(
        fields: ["acceptanceDate": #""2021-02-08""#], facts: #"{"acceptanceDate":"2021-02-08"}"#),
      [], "a field and a fact that say the same"),
    DecisionCase(
      Fixture.record(
        fields: ["acceptanceDate": #""2021-02-08""#], facts: #"{"acceptanceDate":"2021-02-07"}"#),
      [], "a field and a fact that differ"),
    DecisionCase(
      Fixture.record(
        fields: ["inspectionActNumber": #""12""#], facts: #"{"inspectionActNumber":"13"}"#),
      [], "texts that differ"),
  ]
}
