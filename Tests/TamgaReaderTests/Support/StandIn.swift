import Foundation

/// A program in the place of `tamga-reader` that misbehaves: a few lines of Python after the words of the
/// protocol, in a file of its own that is deleted with this value.
final class StandIn {
  let path: String

  init(_ script: String) throws {
    let folder = FileManager.default.temporaryDirectory
    let file = folder.appending(path: "tamga-stand-in-\(UUID().uuidString)")
    try (Self.words + script + "\n").write(to: file, atomically: true, encoding: .utf8)
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: file.path)
    path = file.path
    Self.waitForWriters(path)
  }

  /// A process that another test has just started may hold the file open for writing until it executes its
  /// program; until then nobody can execute this one. A lease is given when all such are gone.
  private static func waitForWriters(_ path: String) {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    defer { close(descriptor) }
    for _ in 0..<500 where fcntl(descriptor, setLease, F_RDLCK) != 0 { usleep(10_000) }
    _ = fcntl(descriptor, setLease, F_UNLCK)
  }

  /// F_SETLEASE of fcntl(2), which the headers hide.
  private static let setLease: Int32 = 1024

  deinit { try? FileManager.default.removeItem(atPath: path) }

  private static let words = """
    #!/usr/bin/python3 -SE
    import os, socket, struct, time
    control = socket.socket(fileno=3)
    def hello(version=1, length=16):
        control.send(struct.pack("<IIII", length, version, 3, 0))
    def take():
        data, files, flags, address = socket.recv_fds(control, 4096, 4)
        if not data:
            os._exit(0)
        return socket.socket(fileno=files[0]), socket.socket(fileno=files[1]), files[2], files[3]
    def answer(session, number=0, status=0, width=0, height=0, count=0, version=1):
        session.send(struct.pack("<IIIIIIQ", 32, version, number, status, width, height, count))
    def end(life, ended=0, status=0, microseconds=0):
        life.send(struct.pack("<IIIiQ", 24, 1, ended, status, microseconds))
    def wait_for_the_end(life):
        life.recv(1)

    """
}
