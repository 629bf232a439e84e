import Foundation
import Testing

@testable import TamgaOptics

/// Readers that are not ours must read our symbols.
@Suite struct ThirdPartyTests {
  static let zbarimg = Tool(path: "/usr/bin/zbarimg")
  static let python = Tool(path: "/usr/bin/python3")
  static let hasZXing =
    python.isHere && (try? python.run(["-c", "import numpy, zxingcpp; print(1)"])) == "1\n"

  static let texts = [
    Sample.carrier(digits: 627), Sample.carrier(digits: 731), Sample.digits(count: 300),
    "TG1:6BFOXN*TS0BI$ZD-PHQ7I9AD66V5B22CH9M9ESI9XBHXK-%69LQOGI.*V76GCV4*XUA",
  ]

  @Test(.enabled(if: zbarimg.isHere, "zbar-tools is not installed"), arguments: texts)
  func zbarimgReads(_ text: String) throws {
    let canvas = Canvas(try QRSymbol.encode(text), module: 4)
    let read = try withFolder { folder in
      let file = folder.appending(path: "code.png")
      try Data(PNGFile.bytes(canvas)).write(to: file)
      return try Self.zbarimg.run(["--nodbus", "--quiet", "--raw", file.path])
    }
    #expect(read == text + "\n")
  }

  @Test(.enabled(if: hasZXing, "python3-zxing-cpp is not installed"), arguments: texts)
  func zxingOfPythonReads(_ text: String) throws {
    let canvas = Canvas(try QRSymbol.encode(text), module: 4)
    let read = try withFolder { folder in
      let file = folder.appending(path: "code.rgb")
      try Data(canvas.rgb).write(to: file)
      let script = """
        import sys, numpy, zxingcpp
        pixels = numpy.fromfile(sys.argv[1], dtype=numpy.uint8)
        side = int(sys.argv[2])
        for code in zxingcpp.read_barcodes(pixels.reshape(side, side, 3)):
            print(code.text)
        """
      return try Self.python.run(["-c", script, file.path, "\(canvas.width)"])
    }
    #expect(read == text + "\n")
  }
}
