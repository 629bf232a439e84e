import TamgaDomain
import TamgaFiles
import TamgaFormats

@testable import TamgaAccounts
@testable import TamgaDecisions
@testable import TamgaIssue
@testable import TamgaKeeping
@testable import TamgaKeys
@testable import TamgaLaw
@testable import TamgaLayout
@testable import TamgaLog
@testable import TamgaOptics
@testable import TamgaPrint
@testable import TamgaReader
@testable import TamgaRegister
@testable import TamgaRegisterPostgres
@testable import TamgaSample
@testable import TamgaSeal
@testable import TamgaSignature
@testable import TamgaTemplates
@testable import TamgaToken
@testable import tamga

/// Problems of every type. Where the sentence follows from the case, there is one for each case; where
/// it is written at the place that throws, `SourceMessagesTests` reads that place.
enum ProblemExamples {
  /// Types whose sentences follow from their cases, with an example of every case.
  static let ofEveryCase: [[any Problem]] = [
    input, json, token, print, number, parameter, sample, bundle, refusal, seal, claim, log,
    unexpected, commandLine, accounts, keeping, signature,
  ]

  private static let keeping: [any Problem] = [
    KeepingError.notEmpty("backup"), KeepingError.inside("office/backup"),
    KeepingError.noBackup("folder"), KeepingError.newerBackup("backup", version: "2.0.0"),
    KeepingError.damaged("store/ab/abc.pdf", isThere: true),
    KeepingError.damaged("SHA256SUMS", isThere: false),
    KeepingError.unreadable("office/tamga.yaml", SystemReason(13)),
    KeepingError.disk("backup", FileFault(28, at: "backup").message), KeepingError.notSQLite,
    KeepingError.targetInUse("postgresql schema tamga", schema: "tamga"),
    KeepingError.differs("postgresql schema tamga"),
    KeepingError.configuration("register: {postgresql: \"service=tamga\", schema: tamga}"),
  ]

  private static let accounts: [any Problem] = [
    AccountsError.login, AccountsError.clientName, AccountsError.taken("a"),
    AccountsError.noAccount("a"), AccountsError.noClient("a"), AccountsError.password,
    AccountsError.samePassword, AccountsError.unreadablePassword,
    AccountsError.secondFactor(.clerk), AccountsError.secondFactor(.auditor),
    AccountsError.body("X", among: ["ALA-MPS-01"]), AccountsError.text,
    AccountsError.tooMany(seconds: 900), AccountsError.busy,
    AccountsError(RegisterError.openForReading("f")),
  ]
  private static let input: [any Problem] = InputError.Code.allCases.map {
    InputError($0, "decisions.jsonl", reason: SystemReason(28).message)
  }
  private static let json: [any Problem] = JSONFault.Code.allCases.map {
    JSONFault($0, offset: 8, line: 3, column: 7)
  }
  private static let signature: [any Problem] = SignatureError.Code.allCases.map {
    SignatureError($0, "signing/akim.p12")
  }

  private static let token: [any Problem] = TokenError.Code.allCases.map {
    TokenError($0, "Tamga", reason: 0x30)
  }
  private static let print: [any Problem] = PrintFileError.Code.allCases.map {
    PrintFileError(code: $0)
  }
  private static let number: [any Problem] = [
    InvalidNumber.blank, InvalidNumber.tooLong(bytes: 65), InvalidNumber.unprintable,
    InvalidNumber.tilde, InvalidNumber.copyOutOfRange,
  ]
  private static let parameter: [any Problem] = [InvalidParameter("LIM-QUOTA", "months")]
  private static let sample: [any Problem] = [
    SampleError.unknownKind("x"), SampleError.flawPercent(101),
    SampleError.noBody(.police), SampleError.noVisaFreeCountry,
  ]
  private static let bundle: [any Problem] = [
    TrustBundleError.tooLarge, TrustBundleError.notABundle, TrustBundleError.version,
    TrustBundleError.rootSignature, TrustBundleError.rootPart, TrustBundleError.otherRoot("ab12"),
    TrustBundleError.statusSignature, TrustBundleError.otherRootPart, TrustBundleError.statusPart,
    TrustBundleError.unknownZone("X/Y"), TrustBundleError.list(7),
    TrustBundleError.fontsSignature, TrustBundleError.otherFontsPart, TrustBundleError.fontsPart,
  ]
  private static let refusal: [any Problem] = [
    ImportRefusal.changedRoot(held: "a1", offered: "b2"), ImportRefusal.otherOffice,
    ImportRefusal.olderSequence(held: 2, offered: 1),
    ImportRefusal.olderRoot(held: 2, offered: 1),
    ImportRefusal.forked(3),
  ]
  private static let seal: [any Problem] = [
    SealFault.tooLong, SealFault.encoding, SealFault.structure, SealFault.header,
    SealFault.algorithm, SealFault.signatureForm, SealFault.unknownKey, SealFault.keyAlgorithm,
    SealFault.signature, SealFault.claims(.order),
  ]
  private static let claim: [any Problem] = [
    ClaimFault.encoding, ClaimFault.missing(4), ClaimFault.type(4), ClaimFault.value(4),
    ClaimFault.unknown(99), ClaimFault.order,
  ]
  private static let log: [any Problem] = [
    LogFault.index, LogFault.sizes, LogFault.proofLength, LogFault.otherRoot,
    LogFault.otherOldRoot, LogFault.missingHashes(level: 1, 0..<2), LogFault.tooLarge,
    LogFault.key, LogFault.note, LogFault.notSigned, LogFault.signature, LogFault.checkpoint,
    LogFault.otherOrigin, LogFault.entryVersion, LogFault.entry, LogFault.entryField("who"),
    LogFault.evidence, LogFault.otherIndex,
  ]
  private static let unexpected: [any Problem] = [
    UnexpectedError(Foreign.fault), UnexpectedError(Foreign.missingFile),
  ]
  private static let commandLine: [any Problem] = [
    CLIError.noOffice, CLIError.noTemplates("T"),
    CLIError.unreadable("f", because: SystemReason(2)), CLIError.notWritten("f"),
    CLIError.unknownBatch("b"), CLIError.unknownKind("permit", among: []),
    CLIError.unknownService("x", among: []), CLIError.sealedKind("k"),
    CLIError.testBundle("f"), CLIError.unconfirmedRoot("f", "KZ-ALA", "00"),
    CLIError.emptyStore("f"), CLIError.noServer, CLIError.noKindToday(["k"]),
    CLIError.handedOver("n", "2026", "7"), CLIError.noTrust,
  ]

  /// Types whose sentences are written where they are thrown, with what is made in one place.
  static let ofSomeCases: [[any Problem]] = [
    [ReaderProblem()], [28, 13, 2, 21, 99].map { FileFault($0, at: "f") },
    [KeyError.damaged("k"), KeyError.disk("k", SystemReason(28)), KeyError.passphraseWrong("k")],
    [TypesetError.missingGlyph(at: "kk.form:3")],
    [OpticsError.empty, OpticsError(picture: .time), OpticsError(pdf: .lost, at: "[3]")],
    [QRError(.empty, kk: "код жоқ", ru: "нет кода", en: "no code")],
    [IssueError(.noOffice, "office", kk: "кеңсе жоқ", ru: "нет ведомства", en: "no office")],
    [
      TemplateFault(
        .duplicate, file: "f.yaml", line: 3, Message(kk: "екі рет", ru: "дважды", en: "twice"))
    ],
    usage,
    register,
  ]

  private static let register: [any Problem] =
    PaperMove.allCases.map {
      RegisterError.illegal($0, DocumentNumber(stored: "ALA-21-0000017-4", copy: 0), .suspended)
    }
    + PaperState.allCases.map {
      RegisterError.illegal(
        .reprint, DocumentNumber(stored: "ALA-21-0000017-4", copy: 0), PaperCondition($0, .valid))
    }
    + [
      "08001", "08006", "23505", "25006", "40001", "42501", "53100", "53300", "55P03", "XX001", "?",
    ]
    .map { RegisterError(PostgresFailure(state: $0, reason: "Connection refused"), at: "s") }

  private static let usage: [any Problem] = [
    UsageError.range("--jobs", 1...256), UsageError.words("--role", ["issuing"]),
    UsageError.date("--on"), UsageError.both("--token", "--module"),
    UsageError.needs("--root", "--trust"), UsageError.excludes("--trust", "--office"),
    UsageError(parser: "Unknown option '--ofice'. Did you mean '--office'?", isPersonal: false),
    UsageError(parser: "Missing value for '--jobs <count>'", isPersonal: false),
    UsageError(parser: "Missing expected argument '--reason <text>'", isPersonal: false),
    UsageError(
      parser: "The option '--json' does not take any value, but '1' was specified.",
      isPersonal: false),
    UsageError(parser: "The value 'x' is invalid for '--jobs <count>'", isPersonal: false),
    UsageError(parser: "Unexpected argument 'x'", isPersonal: true),
    UsageError(parser: "2 unexpected arguments: 'x', 'y'", isPersonal: true),
    UsageError(parser: "Something new.", isPersonal: false),
  ]

  enum Foreign: Error {
    case fault
    static var missingFile: any Error { SystemFileError.missing }
  }
}
