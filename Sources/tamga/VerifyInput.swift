import Foundation
import TamgaDomain
import TamgaInput
import TamgaIssue
import TamgaOptics
import TamgaSeal

/// One thing to check: what a command names, or a file that was found in a folder.
struct VerifyInput: Sendable {
  /// A path, the text of a code, or `-`.
  let name: String
  /// Found in a folder: what is no paper may be left out.
  let isFound: Bool

  /// What was read of it.
  enum Content: Sendable {
    case bytes([UInt8])
    /// A file of a folder that is neither a picture nor a PDF nor the text of a code.
    case noPaper
  }

  /// Endings of files that are meant as papers, whatever is in them.
  private static let endings: Set = [
    "pdf", "png", "jpg", "jpeg", "tif", "tiff", "webp", "heic", "heif", "gif", "bmp",
  ]

  /// - Throws: `OpticsError` for a file that is too large, ``CLIError`` for one that cannot be read.
  func read() throws -> Content {
    if name == "-" { return .bytes(try bytes(of: STDIN_FILENO)) }
    let descriptor = open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      let reason = errno
      guard !isFound, Self.looksLikePayload(name) else {
        throw CLIError.unreadable(name, because: reason == ENOENT ? nil : SystemReason(reason))
      }
      return .bytes(Array(name.utf8))
    }
    defer { close(descriptor) }
    let bytes = try bytes(of: descriptor)
    return isFound && !isPaper(bytes) ? .noPaper : .bytes(bytes)
  }

  private func isPaper(_ bytes: [UInt8]) -> Bool {
    let ending = name.split(separator: ".").last.map { $0.lowercased() } ?? ""
    switch InputKind.sniff(bytes) {
    case .pdf, .picture: return true
    case .unknown: return Self.endings.contains(ending)
    case .text:
      let head = bytes.prefix(InputReader.textLimit)
      guard let text = InputKind.text(head) else { return Self.endings.contains(ending) }
      return Self.looksLikePayload(text) || Self.endings.contains(ending)
    }
  }

  /// Refuses by the size what is too large, before it is read.
  private func bytes(of descriptor: Int32) throws -> [UInt8] {
    var facts = stat()
    let isFile = fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    let handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: false)
    func next(_ count: Int) throws -> [UInt8] {
      var bytes: [UInt8] = []
      // A pipe gives less than was asked for.
      while bytes.count < count, let more = try handle.read(upToCount: count - bytes.count),
        !more.isEmpty
      {
        bytes += more
      }
      return bytes
    }
    do {
      let head = try next(InputReader.headBytes)
      let rest = isFile ? Int(facts.st_size) - head.count : InputReader.byteLimit + 1
      if isFile {
        let wanted = try InputReader.bytesToRead(of: Int(facts.st_size), head: head)
        return try head + next(max(0, wanted - head.count))
      }
      let bytes = try head + next(rest)
      return Array(bytes.prefix(try InputReader.bytesToRead(of: bytes.count, head: head)))
    } catch let error as OpticsError {
      throw error
    } catch {
      throw CLIError.unreadable(name, because: SystemReason(of: error))
    }
  }

  /// A text given in place of a file's name: of a code, or so long a number that nothing else is meant.
  private static func looksLikePayload(_ text: String) -> Bool {
    do throws(PayloadText.Fault) {
      _ = try PayloadText(typed: text)
      return true
    } catch {
      return error != .noSeal || text.hasPrefix("https://") || text.hasPrefix("http://")
        || text.count >= 40 && text.allSatisfy { $0.isASCII && $0.isNumber }
    }
  }
}

extension VerifyInput {
  /// What a command names, with the files of folders in the order of their names.
  ///
  /// - Throws: ``UsageError`` for a folder without `--recursive`.
  static func all(_ names: [String], recursive: Bool) throws -> [VerifyInput] {
    var inputs: [VerifyInput] = []
    for name in names {
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: name, isDirectory: &isFolder),
        isFolder.boolValue
      else {
        inputs.append(VerifyInput(name: name, isFound: false))
        continue
      }
      guard recursive else {
        throw UsageError(
          .missing, kk: "бұл қалта", ru: "это папка", en: "this is a folder",
          hint: Message(
            kk: "--recursive қосыңыз", ru: "добавьте --recursive", en: "add --recursive")
        ).at(name)
      }
      let files = FileManager.default.enumerator(atPath: name)?.compactMap { $0 as? String } ?? []
      for file in files.sorted() where !file.split(separator: "/").contains(where: isHidden) {
        let path = name + "/" + file
        var facts = stat()
        // Pipes and devices would be waited for.
        if stat(path, &facts) == 0, facts.st_mode & S_IFMT == S_IFREG {
          inputs.append(VerifyInput(name: path, isFound: true))
        }
      }
    }
    return inputs
  }

  private static func isHidden(_ part: Substring) -> Bool { part.hasPrefix(".") }
}
