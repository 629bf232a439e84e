internal import CReader
internal import Glibc

/// The descriptors of one session on this side, and those that go to the child. Owns and closes them.
final class SessionFiles {
  /// Where the child answers.
  let socket: Int32
  /// Where the reader says what became of the child; shut by us, it has the child killed.
  let life: Int32
  /// What the child writes; nobody can shrink it, so that reading it never faults.
  let region: UnsafeRawBufferPointer
  private let regionFile: Int32
  /// Of the child, until they are sent: its ends of both sockets, and the input.
  private var theirs: [Int32]

  /// Nil without memory or descriptors.
  init?(input: [[UInt8]], region size: Int) {
    var opened: [Int32] = []
    func giveUp() { for file in opened { close(file) } }
    var session: [Int32] = [-1, -1]
    var life: [Int32] = [-1, -1]
    guard tamga_reader_pair(&session) else { return nil }
    opened += session
    guard tamga_reader_pair(&life) else {
      giveUp()
      return nil
    }
    opened += life
    let bytes = tamga_reader_input()
    if bytes >= 0 { opened.append(bytes) }
    var mapping: UnsafeMutableRawPointer?
    let isWritten =
      bytes >= 0 && input.allSatisfy { tamga_reader_input_add(bytes, $0, $0.count) }
      && tamga_reader_input_seal(bytes)
    let region = isWritten ? tamga_reader_region(size, &mapping) : -1
    guard region >= 0, let mapping else {
      giveUp()
      return nil
    }
    (socket, self.life, regionFile) = (session[0], life[0], region)
    theirs = [session[1], life[1], bytes]
    self.region = UnsafeRawBufferPointer(start: mapping, count: size)
  }

  deinit {
    munmap(UnsafeMutableRawPointer(mutating: region.baseAddress), region.count)
    for file in [socket, life, regionFile] + theirs { close(file) }
  }

  /// Hands the child's ends to the reader; false where it takes nothing.
  func send(_ message: inout tamga_reader_begin, to control: Int32) -> Bool {
    let sent = tamga_reader_send(
      control, &message, MemoryLayout.size(ofValue: message), theirs + [regionFile], 4)
    guard sent else { return false }
    for file in theirs { close(file) }
    theirs = []
    return true
  }

  /// Bytes that were written to the region as to a file.
  var written: Int { Int(lseek(regionFile, 0, SEEK_CUR)) }
}
