import ArgumentParser
import Foundation
import TamgaDomain

/// Starts `tamga signer` beside a server.
enum SignerProcess {
  private static let patience: TimeInterval = 20

  /// Has everything signed once.
  ///
  /// - Returns: Whether it was.
  static func once(_ options: [String]) throws -> Bool {
    var status: Int32 = 0
    let pid = try spawn(options)
    while waitpid(pid, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }

  /// Starts a signer that stays, and waits until it listens.
  ///
  /// - Returns: The path of its socket, in a new folder of mode 0700.
  /// - Throws: Where it ended; it has said why, and its exit status is that of this command.
  static func start(_ options: [String]) throws -> String {
    var template = Array("/tmp/tamga-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else {
      throw CLIError.notWritten("/tmp", because: SystemReason(errno))
    }
    let folder = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    let socket = folder + "/signer"
    let pid = try spawn(options + ["--socket", socket])
    let end = Date.now.addingTimeInterval(patience)
    while access(socket, F_OK) != 0 {
      var status: Int32 = 0
      if waitpid(pid, &status, WNOHANG) == pid {
        rmdir(folder)
        throw ExitCode(status & 0x7F == 0 ? status >> 8 & 0xFF : 1)
      }
      guard Date.now < end else {
        kill(pid, SIGKILL)
        rmdir(folder)
        throw CLIError.unreadable(socket)
      }
      usleep(10_000)
    }
    return socket
  }

  private static func spawn(_ options: [String]) throws -> pid_t {
    let arguments = ["/proc/self/exe", "signer"] + options
    var pointers: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    // The server's standard output has its one line and nothing else.
    posix_spawn_file_actions_adddup2(&actions, STDERR_FILENO, STDOUT_FILENO)
    var pid: pid_t = 0
    let error = posix_spawn(&pid, "/proc/self/exe", &actions, nil, &pointers, environ)
    guard error == 0 else { throw CLIError.unreadable("tamga", because: SystemReason(error)) }
    return pid
  }
}
