// swift-tools-version:6.2
import PackageDescription

/// On the build server a warning in these targets ends the build; on a desk with a newer compiler it does not.
let isStrict = Context.environment["TAMGA_WARNINGS"] == "error"

/// Every Swift target speaks the same dialect: imports stay private unless said otherwise, so that no
/// C type can stand in a public signature.
let dialect: [SwiftSetting] =
  [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])
let strictC: [CSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []
let strictCxx: [CXXSetting] = isStrict ? [.treatAllWarnings(as: .error)] : []
/// In place of the C library's: a paper has some thousands of small values.
let allocator: [LinkerSetting] = [.linkedLibrary("tcmalloc_minimal")]

func system(_ name: String, _ pkgConfig: String, _ debian: String) -> Target {
  .systemLibrary(name: name, pkgConfig: pkgConfig, providers: [.apt([debian])])
}

func library(
  _ name: String, _ dependencies: [Target.Dependency], extra: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: dialect + extra)
}

/// Pixels are looked at one by one: without the optimiser a page takes seconds, also in tests.
let fastSwift: [SwiftSetting] = [.unsafeFlags(["-O"], .when(configuration: .debug))]
let fastCxx: [CXXSetting] = [.unsafeFlags(["-O2"], .when(configuration: .debug))]

func tests(
  _ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = [],
  exclude: [String] = [], extra: [SwiftSetting] = []
) -> Target {
  .testTarget(
    name: name, dependencies: dependencies, exclude: exclude, resources: resources,
    swiftSettings: dialect + extra)
}

let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")
let cryptoExtras: Target.Dependency = .product(name: "CryptoExtras", package: "swift-crypto")
let grdb: Target.Dependency = .product(name: "GRDB", package: "GRDB.swift")
let sqlite: Target.Dependency = .product(name: "GRDBSQLite", package: "GRDB.swift")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")

let package = Package(
  name: "tamga",
  products: [
    .executable(name: "tamga", targets: ["tamga"]),
    .executable(name: "tamga-reader", targets: ["tamga-reader"]),
    .executable(name: "tamga-web", targets: ["tamga-web"]),
    // For programs of others. SwiftPM refuses unsafe flags in a dependency: none of the targets
    // that these need has any (`Tests/Tools/dependencies`).
    .library(name: "TamgaSeal", targets: ["TamgaSeal"]),
    .library(name: "TamgaVerify", targets: ["TamgaVerify"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // Without its traits: their libraries are not used here.
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-extras", exact: "1.35.2"),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
  ],
  targets: [
    // C, each imported by exactly one Swift target.
    system("CCairo", "cairo-ft", "libcairo2-dev"),
    system("CPango", "pangocairo", "libpango1.0-dev"),
    system("CFontconfig", "fontconfig", "libfontconfig-dev"),
    system("CHarfBuzzSubset", "harfbuzz-subset", "libharfbuzz-dev"),
    system("CQREncode", "libqrencode", "libqrencode-dev"),
    system("CPixbuf", "gdk-pixbuf-2.0", "libgdk-pixbuf-2.0-dev"),
    system("CZlib", "zlib", "zlib1g-dev"),
    system("CDeflate", "libdeflate", "libdeflate-dev"),
    system("CYAML", "yaml-0.1", "libyaml-dev"),
    system("CArgon2", "libargon2", "libargon2-dev"),
    // Opened when they are needed: without the linker's flags.
    .target(name: "CLate", cSettings: strictC),
    .target(name: "CPostgres", dependencies: ["CLate"], cSettings: strictC),
    .target(name: "CQPDF", dependencies: ["CLate"], cSettings: strictC),
    .target(name: "CCrypto", dependencies: ["CLate"], cSettings: strictC),
    .target(name: "CReader", cSettings: strictC),
    .systemLibrary(name: "CLinux"),
    .systemLibrary(name: "CProcess"),
    // Its header alone: the module of a token is loaded while the office runs.
    .systemLibrary(name: "CPKCS11", providers: [.apt(["libp11-kit-dev"])]),
    // The process in which strangers' files are opened.
    .executableTarget(
      name: "tamga-reader", dependencies: ["CReader", "CPixbuf"], cxxSettings: fastCxx + strictCxx,
      linkerSettings: ["poppler-cpp", "qpdf", "ZXing", "zbar", "m"].map { .linkedLibrary($0) }),

    // 0
    library("TamgaFormats", []),
    library("TamgaDomain", ["TamgaFormats"]),
    // The reader as its tool is built with every product that has a version: `tamga` cannot depend on it.
    .plugin(
      name: "VersionPlugin", capability: .buildTool(), dependencies: ["tamga-reader"],
      path: "Sources/VersionPlugin"),
    .target(
      name: "TamgaVersion", exclude: ["describe"], swiftSettings: dialect,
      plugins: ["VersionPlugin"]),
    // 1
    library("TamgaFiles", ["TamgaDomain", "CLinux"]),
    library("TamgaLaw", ["TamgaDomain", "TamgaFormats"]),
    library("TamgaSeal", ["TamgaDomain", "TamgaFormats", "CZlib", crypto]),
    library("TamgaPaperFile", ["TamgaDomain", "CDeflate"], extra: fastSwift),
    library("TamgaReader", ["TamgaDomain", "CReader"]),
    library(
      "TamgaOptics",
      ["TamgaDomain", "TamgaFormats", "TamgaReader", "CQREncode"], extra: fastSwift),
    library("TamgaLog", ["TamgaDomain", "TamgaFormats", crypto]),
    library("TamgaPrint", ["TamgaDomain", "TamgaPaperFile", "CQPDF", crypto]),
    library(
      "TamgaRegister",
      ["TamgaDomain", "TamgaFormats", "TamgaFiles", "TamgaLog", crypto, grdb, sqlite]),
    library("TamgaYAML", ["CYAML"]),
    // 2
    library("TamgaRegisterPostgres", ["TamgaDomain", "TamgaRegister", "CPostgres"]),
    library("TamgaTemplates", ["TamgaDomain", "TamgaFormats", "TamgaLaw", "TamgaYAML", crypto]),
    library("TamgaDecisions", ["TamgaDomain", "TamgaFormats", "TamgaLaw"]),
    library("TamgaVerify", ["TamgaDomain", "TamgaFormats", "TamgaSeal"]),
    library("TamgaToken", ["TamgaDomain", "TamgaSeal", "CPKCS11", crypto]),
    // 3
    // Values of C are held by their pointers: it is tested as it is released, with lives that end early.
    library("TamgaSignature", ["TamgaDomain", "TamgaToken", "CCrypto"], extra: fastSwift),
    // Its style sheet and script are files that the library carries.
    .target(
      name: "TamgaDesk",
      dependencies: [
        "TamgaDomain", "TamgaFormats", "TamgaLaw", "TamgaDecisions", "TamgaTemplates",
      ], resources: [.embedInCode("Assets")], swiftSettings: dialect),
    library(
      "TamgaKeys",
      [
        "TamgaDomain", "TamgaFormats", "TamgaFiles", "TamgaSeal", "TamgaToken", "CProcess", crypto,
        cryptoExtras,
      ]),
    library("TamgaLayout", ["TamgaDomain", "TamgaTemplates", "CPango", "CFontconfig"]),
    // 4
    library(
      "TamgaPDF",
      [
        "TamgaDomain", "TamgaLayout", "TamgaPaperFile", "TamgaVersion", "CCairo", "CHarfBuzzSubset",
        crypto,
      ]),
    // 5
    library(
      "TamgaIssue",
      [
        "TamgaDomain", "TamgaFormats", "TamgaFiles", "TamgaDecisions", "TamgaLaw", "TamgaTemplates",
        "TamgaSeal", "TamgaSignature", "TamgaToken",
        "TamgaKeys", "TamgaLayout", "TamgaPaperFile", "TamgaPDF", "TamgaOptics", "TamgaRegister",
        "TamgaRegisterPostgres", "TamgaLog", "TamgaPrint", "TamgaVersion", "CLinux", crypto,
      ]),
    library(
      "TamgaInput",
      [
        "TamgaDomain", "TamgaSeal", "TamgaPaperFile", "TamgaReader", "TamgaOptics",
        "TamgaSignature", "TamgaVerify",
      ], extra: fastSwift),
    // 6
    library("TamgaSample", ["TamgaDomain", "TamgaFormats"]),
    library(
      "TamgaService",
      [
        "TamgaDomain", "TamgaFormats", "TamgaFiles", "TamgaDecisions", "TamgaSeal", "TamgaKeys",
        "TamgaRegister", "TamgaIssue", "TamgaVerify", crypto, logging,
      ]),
    library(
      "TamgaAccounts",
      [
        "TamgaDomain", "TamgaFormats", "TamgaSeal", "TamgaRegister", "TamgaRegisterPostgres",
        "TamgaIssue", "CArgon2", crypto,
      ]),
    // 7
    library(
      "TamgaKeeping",
      [
        "TamgaDomain", "TamgaFormats", "TamgaFiles", "TamgaKeys", "TamgaTemplates",
        "TamgaRegister", "TamgaRegisterPostgres", "TamgaIssue", "TamgaAccounts", "TamgaVersion",
        crypto,
      ]),
    .executableTarget(
      name: "tamga-web",
      dependencies: [
        "TamgaAccounts", "TamgaDecisions", "TamgaDesk", "TamgaDomain", "TamgaFiles", "TamgaFormats",
        "TamgaSeal", "TamgaTemplates", "TamgaKeys", "TamgaRegister", crypto,
        "TamgaIssue", "TamgaVerify", "TamgaOptics", "TamgaReader", "TamgaInput", "TamgaService",
        "TamgaLog", "TamgaPaperFile", "TamgaVersion",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
        .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        logging, .product(name: "CoreMetrics", package: "swift-metrics"),
        .product(name: "Metrics", package: "swift-metrics"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ], swiftSettings: dialect, linkerSettings: allocator),
    .executableTarget(
      name: "tamga",
      dependencies: [
        "TamgaDomain", "TamgaFormats", "TamgaFiles", "TamgaDecisions", "TamgaLaw", "TamgaTemplates",
        "TamgaSeal", "TamgaToken", "TamgaKeys", "TamgaLayout", "TamgaPDF", "TamgaOptics",
        "TamgaReader", "TamgaRegister",
        "TamgaRegisterPostgres", "TamgaLog", "TamgaIssue", "TamgaVerify", "TamgaInput",
        "TamgaService", "TamgaAccounts", "TamgaKeeping", "TamgaSample", "TamgaVersion", arguments,
        logging,
      ], exclude: ["Packaging"], swiftSettings: dialect, linkerSettings: allocator),

    .target(name: "SeededNumbers", path: "Tests/SeededNumbers", swiftSettings: dialect),
    tests("TamgaDomainTests", ["SeededNumbers", "TamgaDomain", "TamgaFormats"]),
    tests("TamgaFilesTests", ["TamgaDomain", "TamgaFiles"]),
    tests("TamgaLawTests", ["TamgaDomain", "TamgaFormats", "TamgaLaw"]),
    tests(
      "TamgaSealTests", ["SeededNumbers", "TamgaDomain", "TamgaFormats", "TamgaSeal", crypto],
      exclude: ["Judges"]),
    tests(
      "TamgaLogTests", ["SeededNumbers", "TamgaFormats", "TamgaLog", crypto], exclude: ["Judges"]),
    tests(
      "TamgaKeysTests",
      [
        "SeededNumbers", "TamgaDomain", "TamgaFormats", "TamgaSeal", "TamgaToken", "TamgaKeys",
        "CPKCS11",
      ]),
    tests("TamgaReaderTests", ["TamgaReader"]),
    tests("TamgaSignatureTests", ["TamgaToken", "TamgaSignature"]),
    tests(
      "TamgaOpticsTests",
      ["SeededNumbers", "TamgaDomain", "TamgaReader", "TamgaOptics", "CQREncode"],
      exclude: ["Judges"],
      extra: fastSwift),
    tests(
      "TamgaDecisionsTests",
      ["SeededNumbers", "TamgaDomain", "TamgaFormats", "TamgaLaw", "TamgaDecisions"]),
    tests(
      "TamgaRegisterTests",
      [
        "SeededNumbers", "TamgaDomain", "TamgaLog", "TamgaRegister", "TamgaRegisterPostgres",
        crypto,
        grdb,
      ]),
    tests(
      "TamgaAccountsTests",
      [
        "TamgaDomain", "TamgaSeal", "TamgaIssue", "TamgaRegister", "TamgaRegisterPostgres",
        "TamgaAccounts",
      ]),
    tests(
      "TamgaKeepingTests", ["TamgaDomain", "TamgaRegisterPostgres", "TamgaIssue", "TamgaKeeping"]),
    tests("TamgaTemplatesTests", ["TamgaDomain", "TamgaFormats", "TamgaLaw", "TamgaTemplates"]),
    tests(
      "TamgaTypesetTests",
      [
        "SeededNumbers", "TamgaDomain", "TamgaLaw", "TamgaTemplates", "TamgaLayout",
        "TamgaPaperFile", "TamgaPDF",
      ],
      exclude: ["Golden", "Symbols"]),
    tests("TamgaPrintTests", ["TamgaPrint"]),
    tests(
      "PaperTextTests",
      [
        "SeededNumbers", "TamgaDomain", "TamgaFormats", "TamgaDecisions", "TamgaTemplates",
        "TamgaLayout",
        "TamgaSeal", "TamgaIssue", "TamgaVerify", "TamgaInput", "TamgaOptics", "TamgaSample",
      ]),
    tests(
      "TamgaVerifyTests",
      [
        "SeededNumbers", "TamgaDomain", "TamgaFormats", "TamgaSeal", "TamgaPaperFile",
        "TamgaOptics", "TamgaVerify",
        "TamgaInput",
      ]),
    tests(
      "ProblemTests",
      [
        "tamga", "TamgaAccounts", "TamgaDomain", "TamgaFiles", "TamgaFormats", "TamgaDecisions",
        "TamgaIssue", "TamgaKeeping",
        "TamgaKeys", "TamgaLaw", "TamgaLog",
        "TamgaOptics", "TamgaPrint", "TamgaReader", "TamgaRegister", "TamgaRegisterPostgres",
        "TamgaSample", "TamgaSeal", "TamgaSignature", "TamgaTemplates", "TamgaToken",
        "TamgaLayout",
      ]),
    tests(
      "TamgaSampleTests",
      [
        "TamgaDomain", "TamgaFormats", "TamgaDecisions", "TamgaLaw", "TamgaTemplates",
        "TamgaSample",
      ]),
    tests(
      "TamgaDeskTests",
      [
        "TamgaDomain", "TamgaFormats", "TamgaDecisions", "TamgaTemplates",
        "TamgaSample", "TamgaDesk",
      ]),
    tests(
      "TamgaIssueTests",
      [
        "SeededNumbers", "TamgaDomain", "TamgaFormats", "TamgaFiles", "TamgaDecisions",
        "TamgaOptics", "TamgaPDF", "TamgaSeal",
        "TamgaKeys", "TamgaTemplates", "TamgaLayout", "TamgaRegister", "TamgaSample",
        "TamgaIssue", crypto,
      ]),
    // The targets of `make fuzz`, and what they found.
    .target(
      name: "FuzzTargets",
      dependencies: [
        "TamgaDomain", "TamgaFormats", "TamgaSeal", "TamgaOptics", "TamgaVerify", "TamgaInput",
      ],
      path: "Tests/Fuzz", exclude: ["corpus"], swiftSettings: dialect),
    tests("CorpusTests", ["FuzzTargets"]),
    tests(
      "CommandTests",
      ["tamga", "TamgaSeal", "TamgaKeys", "TamgaPaperFile"], exclude: ["Judges", "Reading"]),
  ],
  swiftLanguageModes: [.v6],
  cxxLanguageStandard: .cxx17
)

// `make fuzz`: the targets are linked with libFuzzer.
if Context.environment["TAMGA_FUZZ"] != nil {
  package.products.append(.library(name: "FuzzTargets", type: .static, targets: ["FuzzTargets"]))
}
