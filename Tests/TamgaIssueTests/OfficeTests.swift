import Foundation
import TamgaDomain
import TamgaKeys
import TamgaSeal
import TamgaTemplates
import Testing

@testable import TamgaIssue

@Suite struct OfficeTests {
  static let now: Int64 = 1_612_900_000

  private func made(_ folder: TemporaryFolder) throws -> Office {
    let path = folder.path + "/office"
    _ = try Office.make(path, configuration: nil, now: Self.now)
    return try Office.open(
      path, library: TemplateLibrary.read(folder: Repository.templates), now: { Self.now })
  }

  @Test func aNewOfficeHasKeysThatOnlyItsOwnerReads() throws {
    let folder = try TemporaryFolder()
    let office = try made(folder)
    #expect(
      office.keys.files.map(\.role).sorted { $0.rawValue < $1.rawValue } == [
        .issuing, .root, .status,
      ])
    for name in try FileManager.default.contentsOfDirectory(atPath: office.folder + "/keys") {
      let attributes = try FileManager.default.attributesOfItem(
        atPath: office.folder + "/keys/" + name)
      #expect((attributes[.posixPermissions] as? NSNumber)?.intValue == 0o600, "\(name)")
    }
  }

  @Test(arguments: [0o640, 0o604, 0o644, 0o660])
  func aKeyThatOthersMayReadIsRefused(_ mode: Int) throws {
    let folder = try TemporaryFolder()
    let office = try made(folder)
    let file = try #require(office.keys.files.first { $0.role == .issuing }).fileName
    try FileManager.default.setAttributes(
      [.posixPermissions: mode], ofItemAtPath: office.folder + "/keys/" + file)
    let error = #expect(throws: KeyError.self) {
      try Office.open(office.folder, library: office.library, now: { Self.now })
    }
    #expect(error?.code == .readableByOthers)
    #expect(error?.place == "keys/" + file)
  }

  @Test func aFolderThatIsNotEmptyStaysAsItIs() throws {
    let folder = try TemporaryFolder()
    try Data("x".utf8).write(to: URL(fileURLWithPath: folder.path + "/letter.txt"))
    let error = #expect(throws: IssueError.self) {
      try Office.make(folder.path, configuration: nil, now: Self.now)
    }
    #expect(error?.code == .officeExists)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["letter.txt"])
  }

  @Test func aRotatedKeySignsNoMoreAndStaysTrusted() throws {
    let folder = try TemporaryFolder()
    let office = try made(folder)
    let old = try office.keys.signer(at: Self.now).publicKey.id
    let fresh = try office.keys.rotate(.issuing)
    let ring = try Office.open(office.folder, library: office.library, now: { Self.now }).keys
    #expect(try ring.signer(at: Self.now).publicKey.id == fresh)
    #expect(ring.issuing.map(\.publicKey.id) == [old, fresh])
    #expect(ring.issuing.map(\.state) == [.retired, .active])
    #expect(ring.sequence == 2)
  }

  @Test func rotationNeedsTheRootKey() throws {
    let folder = try TemporaryFolder()
    let office = try made(folder)
    let root = try #require(office.keys.files.first { $0.role == .root }).fileName
    try FileManager.default.removeItem(atPath: office.folder + "/keys/" + root)
    let without = try Office.open(
      office.folder, library: office.library, now: { Self.now })
    let error = #expect(throws: KeyError.self) { try without.keys.rotate(.issuing) }
    #expect(error?.code == .noRootKey)
    #expect(throws: Never.self) { try without.exportBundle(agent: "clerk") }
  }

  struct Fault: Sendable, CustomTestStringConvertible {
    let line: String
    let code: TemplateFault.Code
    let why: String
    var testDescription: String { why }
  }

  static let faults: [Fault] = [
    Fault(line: "colour: blue", code: .unknownKey, why: "a key that nobody knows"),
    Fault(line: "timeZone: Mars/Olympus", code: .wrongValue, why: "no such zone"),
    Fault(line: "verifyHost: tamga example", code: .wrongValue, why: "a host with a space"),
    Fault(
      line: "verifyHost: a-very-long-host-name.example.org.kz", code: .wrongValue,
      why: "a host that would make the symbol too dense"),
    Fault(line: "office: KZ-ALMATY-REGION", code: .wrongValue, why: "an id that is too long"),
    Fault(line: "facts: sometimes", code: .wrongValue, why: "neither strict nor given"),
    Fault(line: "holidays: [\"01.05.2021\"]", code: .wrongValue, why: "a day that is no ISO date"),
    Fault(line: "bundleDays: many", code: .wrongValue, why: "a word for a number"),
    Fault(
      line: "signatures: {ALA-SC-01: {token: {label: a, module: m.so, object: \"01\"}, "
        + "certificate: a.pem, roots: [r.pem]}}", code: .wrongValue,
      why: "a module without its path"),
    Fault(
      line: "signatures: {ALA-SC-01: {token: {label: a, module: /m.so, object: \"0\"}, "
        + "certificate: a.pem, roots: [r.pem]}}", code: .wrongValue,
      why: "half a byte of an id"),
    Fault(
      line: "signatures: {ALA-SC-01: {token: {label: a, module: /m.so, object: \"01\"}, "
        + "certificate: a.pem, key: a.p12, roots: [r.pem]}}", code: .wrongValue,
      why: "a key in two places"),
    Fault(
      line: "signatures: {ALA-SC-01: {token: {label: a, module: /m.so, object: \"01\"}, "
        + "roots: [r.pem]}}", code: .missingKey, why: "a token's key without its certificate"),
    Fault(line: "algorithm: RS256", code: .wrongValue, why: "an algorithm that seals do not have"),
  ]

  @Test(arguments: faults) func aFaultOfTheConfigurationIsNamedWithItsLine(_ fault: Fault) throws {
    let key = fault.line.split(separator: ":")[0]
    var lines = OfficeConfiguration.template.split(
      separator: "\n", omittingEmptySubsequences: false
    )
    .map(String.init)
    let at = lines.firstIndex { $0.hasPrefix(key + ":") }
    if let at { lines[at] = fault.line } else { lines.append(fault.line) }
    let error = #expect(throws: TemplateFaults.self) {
      try OfficeConfiguration.read(lines.joined(separator: "\n"), file: "tamga.yaml")
    }
    let found = try #require(error?.faults.first)
    #expect(error?.faults.count == 1)
    #expect(found.code == fault.code)
    #expect(found.line == (at ?? lines.count - 1) + 1)
  }

  @Test func theConfigurationOfANewOfficeIsSound() throws {
    let configuration = try OfficeConfiguration.read(
      OfficeConfiguration.template, file: "tamga.yaml")
    #expect(configuration.policy.facts == .strict)
    #expect(configuration.bodies.count == 3)
    #expect(configuration.policy.maxBackdatingDays == 30)
    #expect(configuration.policy.backdating == .error)
    #expect(!configuration.policy.hasDocumentSigner)
    let archive = try OfficeConfiguration.read(
      OfficeConfiguration.archiveTemplate, file: "tamga.yaml")
    #expect(archive.policy.maxBackdatingDays == nil && archive.bodies == configuration.bodies)
    let signed = try OfficeConfiguration.read(
      OfficeConfiguration.template + "documentSigner: \"Head\"\n", file: "tamga.yaml")
    #expect(signed.policy.hasDocumentSigner)
    #expect(configuration.name.ru.hasPrefix("Управление миграционной службы"))
  }
}
