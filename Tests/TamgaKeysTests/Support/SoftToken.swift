import Foundation
import Glibc
import Synchronization
import TamgaToken
import Testing

/// Tokens of SoftHSM in a temporary folder. A module reads its settings once in a process, so all
/// tests share them; each test that spoils a token has its own.
enum SoftToken {
  static let module = "/usr/lib/softhsm/libsofthsm2.so"
  static let pin = "43210"
  static let missing: Comment = "SoftHSM is not here: `make setup` installs softhsm2"

  /// The labels of the tokens.
  enum Label: String, CaseIterable { case one, two, twin, batch }

  static let isThere = FileManager.default.isReadableFile(atPath: module)

  /// Makes the tokens; true when every one stands.
  static let isReady: Bool = {
    let folder = NSTemporaryDirectory() + "tamga-tokens-\(getpid())"
    let settings =
      "directories.tokendir = \(folder)\nobjectstore.backend = file\nlog.level = ERROR\n"
    do {
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(settings.utf8).write(to: URL(filePath: folder + "/softhsm2.conf"))
    } catch {
      return false
    }
    setenv("SOFTHSM2_CONF", folder + "/softhsm2.conf", 1)
    place.withLock { $0 = folder }
    atexit { SoftToken.place.withLock { try? FileManager.default.removeItem(atPath: $0) } }
    // Two tokens share a label.
    return (Label.allCases + [.twin]).allSatisfy { label in
      run(["softhsm2-util", "--init-token", "--free", "--label", label.rawValue])
    }
  }()

  private static let place = Mutex("")

  private static func run(_ words: [String]) -> Bool {
    let all = words + ["--pin", pin, "--so-pin", "98765"]
    var arguments = all.map { strdup($0) } + [nil]
    defer { for word in arguments { free(word) } }
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
    var process: pid_t = 0
    guard posix_spawnp(&process, all[0], &actions, nil, &arguments, environ) == 0 else {
      return false
    }
    var status: Int32 = 0
    while waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status == 0
  }
}
