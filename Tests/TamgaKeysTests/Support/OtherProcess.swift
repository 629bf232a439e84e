import Foundation
import Glibc
import Testing

/// A program that says a line when it is ready and ends when its input does.
enum OtherProcess {
  static func run(_ words: [String], while body: () throws -> Void) throws {
    var input: [Int32] = [0, 0]
    var output: [Int32] = [0, 0]
    try #require(pipe(&input) == 0 && pipe(&output) == 0)
    // The program's input must end when ours does.
    for end in input + output { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, input[0], 0)
    posix_spawn_file_actions_adddup2(&actions, output[1], 1)
    var arguments = words.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var process: pid_t = 0
    try #require(posix_spawnp(&process, words[0], &actions, nil, &arguments, environ) == 0)
    close(input[0])
    close(output[1])
    defer {
      close(input[1])
      close(output[0])
      var status: Int32 = 0
      while waitpid(process, &status, 0) < 0, errno == EINTR {}
    }
    var line = [UInt8](repeating: 0, count: 64)
    try #require(read(output[0], &line, line.count) > 0, "\(words[0]) did not start")
    try body()
  }
}
