import Foundation
import Testing

/// The command and its reader of strangers' files: what each of the two programs is linked with, and what people
/// are told where the reader is not there or does not work.
@Suite struct ReaderCommandTests {
  private static let reader = URL(filePath: Place.tamga).deletingLastPathComponent()
    .appending(path: "tamga-reader").path

  /// None of the libraries that open strangers' files is in the process that holds keys; libpq comes when a
  /// register in PostgreSQL is opened.
  @Test func whatTheProgramsAreLinkedWith() throws {
    let command = try Tool.text("ldd", [Place.tamga])
    #expect(command.contains("libcairo.so"), "\(command)")
    for name in ["libpoppler", "libzbar", "libZXing", "libgdk_pixbuf", "libpq.so"] {
      #expect(!command.contains(name), "\(name)")
    }
    let reader = try Tool.text("ldd", [Self.reader])
    for name in ["libpoppler-cpp", "libqpdf", "libzbar", "libZXing", "libgdk_pixbuf"] {
      #expect(reader.contains(name), "\(name)")
    }
    for name in ["libpq.so", "libcrypto.so.3-none"] {
      #expect(!reader.contains(name), "\(name)")
    }
  }

  @Test func byHandTheReaderDoesNothing() throws {
    let run = try Program(
      Self.reader, [], in: Place.workshops, environment: [:], input: nil
    ).wait()
    #expect(run.status == 64)
    #expect(run.errors.contains("started by tamga"))
  }

  /// Where the environment wants every address at the start, all works the same.
  @Test func addressesAtTheStart() throws {
    let office = try IssuedOffice.shared()
    let run = try office.workshop.tamga(
      ["verify", try office.pdf("NOW-1"), "--office", "office"], environment: ["LD_BIND_NOW": "1"])
    #expect(run.status == 0 && run.text.contains("VALID"), "\(run.errors)")
  }

  /// The text of a code needs no reader, a file cannot be read without: an error, and no verdict.
  @Test(arguments: ["kk", "ru", "en"]) func aMissingReader(_ language: String) throws {
    let words = [
      "kk": "табылмады", "ru": "не найдена программа tamga-reader", "en": "was not found",
    ]
    let office = try IssuedOffice.shared()
    let environment = ["TAMGA_READER": "/nonexistent/tamga-reader", "LC_ALL": language]
    let file = try office.workshop.tamga(
      ["verify", try office.pdf("NOW-1"), "--office", "office"], environment: environment)
    #expect(file.status == 66, "\(file.errors)")
    #expect(file.errors.contains(words[language] ?? "-"), "\(file.errors)")
    #expect(file.errors.contains("TAMGA_READER"), "\(file.errors)")
    let text = try office.workshop.tamga(
      ["verify", "https://tamga.example/v#12", "--office", "office"], environment: environment)
    #expect(text.status == 4 || text.status == 5, "\(text.errors)")
  }

  struct StandIn: Sendable, CustomTestStringConvertible {
    let why: String
    let script: String
    let status: Int32
    var testDescription: String { why }
  }

  private static let words = """
    #!/usr/bin/python3 -SE
    import socket, struct, os, time
    control = socket.socket(fileno=3)
    def hello():
        control.send(struct.pack("<IIII", 16, 1, 3, 0))
    def answers(*values):
        while True:
            data, files, flags, address = socket.recv_fds(control, 4096, 4)
            if not data:
                os._exit(0)
            session = socket.socket(fileno=files[0])
            for value in values:
                session.send(struct.pack("<IIIIIIQ", 32, 1, *value))
            life = socket.socket(fileno=files[1])
            life.recv(1)
            life.send(struct.pack("<IIIiQ", 24, 1, 1, 9, 1000))

    """

  static let standIns = [
    StandIn(why: "ends at once", script: "os._exit(0)", status: 66),
    StandIn(why: "says something else", script: "print('hello')", status: 66),
    StandIn(
      why: "dies with each file", script: "hello(); control.recv(9); os._exit(1)", status: 66),
    StandIn(
      why: "opens a file of two milliard pages",
      script: "hello(); answers((0, 0, 0, 0, 2000000000), (1, 3, 0, 0, 0))", status: 66),
    StandIn(
      why: "gives more text than there is memory",
      script: "hello(); answers((0, 0, 0, 0, 1), (1, 0, 0, 0, (1 << 64) - 1))", status: 66),
    StandIn(
      why: "gives a page of no pixels",
      script: "hello(); answers((0, 0, 0, 0, 1), (1, 0, 0, 0, 0), (2, 0, 0, 0, 0))", status: 66),
    StandIn(
      why: "gives a page of more pixels than bytes",
      script: "hello(); answers((0, 0, 0, 0, 1), (1, 0, 0, 0, 0), (2, 0, 65535, 65535, 3))",
      status: 66),
    StandIn(
      why: "answers what was not asked",
      script: "hello(); answers((0, 0, 0, 0, 1), (9, 0, 0, 0, 0))", status: 66),
  ]

  /// A file in the hands of a reader that lies is not read: never a verdict, never a crash.
  @Test(arguments: standIns) func aReaderThatMisbehaves(_ row: StandIn) throws {
    let office = try IssuedOffice.shared()
    let path = Place.workshops + "/" + UUID().uuidString
    try Data((Self.words + row.script + "\n").utf8).write(to: URL(filePath: path))
    try FileManager.default.setAttributes([.posixPermissions: 0o755], ofItemAtPath: path)
    let run = try office.workshop.tamga(
      ["verify", try office.pdf("NOW-1"), "--office", "office"],
      environment: ["TAMGA_READER": path, "TAMGA_PATIENCE": "20"])
    #expect(run.status == row.status, "\(run.text)\(run.errors)")
    #expect(!run.text.contains("VALID"))
    #expect(run.errors.contains("tamga: error: "), "\(run.errors)")
  }

  @Test func theDoctorNamesIt() throws {
    let workshop = try Workshop(office: false)
    let sound = try workshop.tamga("doctor")
    #expect(sound.errors.contains(Self.reader), "\(sound.errors)")
    let ill = try workshop.tamga(
      "doctor", environment: ["TAMGA_READER": "/nonexistent/tamga-reader"])
    #expect(ill.status == 1)
    #expect(ill.errors.contains("✗ reading of files"), "\(ill.errors)")
  }
}
