import Foundation
import TamgaSignature
import TamgaToken
import Testing

/// A synthetic certification authority in a folder of its own, made once.
final class Authority: Sendable {
  static let pin = "синтетикалық-pin"
  private static let made = Result { try Authority() }

  let folder: String

  static func shared() throws -> Authority { try made.get() }

  private init() throws {
    folder = NSTemporaryDirectory() + "tamga-authority-\(getpid())"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let script = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "CommandTests/Judges/pki.sh").path
    _ = try Self.run("bash", [script, folder, Self.pin], in: folder, input: [])
  }

  func bytes(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: folder + "/" + name)))
  }

  func signer(
    _ name: String, pin: String? = Authority.pin, stamps: TimeStampService? = nil
  ) throws -> CMSSigner {
    var bytes = Array((pin ?? "").utf8)
    let secret = pin == nil ? nil : SecretBytes(moving: &bytes)
    return try CMSSigner(
      file: self.bytes(name + ".p12"), pin: secret, roots: [self.bytes("root.pem")],
      stamps: stamps, place: name + ".p12")
  }

  func openssl(_ words: [String], input: [UInt8]) throws -> String {
    try Self.run("openssl", words, in: folder, input: input)
  }

  private static func run(
    _ program: String, _ words: [String], in folder: String, input: [UInt8]
  ) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = [program] + words
    process.currentDirectoryURL = URL(filePath: folder)
    let name = folder + "/" + UUID().uuidString
    try Data(input).write(to: URL(filePath: name))
    defer { try? FileManager.default.removeItem(atPath: name) }
    let output = Pipe()
    process.standardInput = try FileHandle(forReadingFrom: URL(filePath: name))
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    let text = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    try #require(process.terminationStatus == 0, "\(program) \(words)")
    return String(decoding: text, as: UTF8.self)
  }
}
