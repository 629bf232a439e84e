import TamgaDomain
import TamgaOptics
import TamgaVerify

@testable import TamgaSeal

extension VectorSource {
  /// Pictures of codes, as a scanner without a fault would give them.
  static var pictures: [String: (Vector, [UInt8])] {
    let code = Scene.link(Scene.seal())
    let other = Scene.link(Scene.seal { $0.id = Array(50...65) })
    let revoked = Scene.link(Scene.seal { $0.status = Scene.index(2026, 11) })
    let forged = Scene.link(Scene.seal(by: Scene.stranger))
    func vector(
      _ why: String, _ verdict: String, _ reasons: [String], _ second: (String, [String])? = nil
    ) -> Vector {
      Vector(
        why: why, file: "picture.png", bundle: current, now: Scene.now,
        expect: .init(verdict: verdict, reasons: reasons),
        beside: second.map { .init(verdict: $0.0, reasons: $0.1) })
    }
    let unchecked = "text-not-checked"
    return [
      "picture": (
        vector("the symbol of the default carrier", "valid", [unchecked]), picture([code])
      ),
      "picture-twice": (
        vector("the same symbol on both sides of a fold", "valid", [unchecked]),
        picture([code, code])
      ),
      "picture-revoked_fail": (
        vector("a paper that was revoked", "revoked", ["status-revoked", unchecked]),
        picture([revoked])
      ),
      "picture-several-papers": (
        vector(
          "two papers side by side", "valid", [unchecked, "several-papers"],
          ("valid", [unchecked, "several-papers"])), picture([code, other])
      ),
      "picture-genuine-beside-forged_fail": (
        vector(
          "a paper beside a forged one: a verdict each, and the worst counts", "valid",
          [unchecked, "several-papers"], ("not-genuine", ["unknown-key", "several-papers"])),
        picture([code, forged])
      ),
      "picture-other-code_fail": (
        vector("a code of somebody else", "no-seal", ["no-seal", "code-not-ours"]),
        picture(["https://example.com/"])
      ),
      "picture-white_fail": (
        vector("a white sheet", "no-seal", ["no-seal", "no-code-seen"]), picture([])
      ),
    ]
  }

  /// Pixels of a module, and white around and between symbols.
  private static let module = 3
  private static let margin = 16

  private static func picture(_ texts: [String]) -> [UInt8] {
    // safe: the texts of this folder fit
    let grids = texts.map { try! QRSymbol.encode($0) }
    let sides = grids.map { ($0.side + 2 * 4) * module }
    let width = max(160, sides.reduce(2 * margin) { $0 + $1 + margin })
    let height = max(160, (sides.max() ?? 0) + 2 * margin)
    var dark: Set<Int> = []
    var left = margin
    for grid in grids {
      for row in 0..<grid.side {
        for column in 0..<grid.side where grid.isDark(row: row, column: column) {
          for y in 0..<module {
            for x in 0..<module {
              let (down, across) = ((row + 4) * module + y, (column + 4) * module + x)
              dark.insert((margin + down) * width + left + across)
            }
          }
        }
      }
      left += (grid.side + 2 * 4) * module + margin
    }
    return PNG.bytes(width: width, height: height) { !dark.contains($1 * width + $0) }
  }
}

/// The plainest PNG: one bit a pixel, nothing compressed (PNG 1.2, RFC 1950, RFC 1951).
enum PNG {
  static func bytes(width: Int, height: Int, isWhite: (Int, Int) -> Bool) -> [UInt8] {
    var rows: [UInt8] = []
    for y in 0..<height {
      rows.append(0)
      for first in stride(from: 0, to: width, by: 8) {
        rows.append(
          (0..<8).reduce(UInt8(0)) { byte, bit in
            byte << 1 | (first + bit < width && isWhite(first + bit, y) ? 1 : 0)
          })
      }
    }
    var data: [UInt8] = [0x78, 0x01]
    for start in stride(from: 0, to: rows.count, by: 65_535) {
      let block = rows[start..<min(start + 65_535, rows.count)]
      let count = UInt16(block.count)
      data.append(start + block.count == rows.count ? 1 : 0)
      for number in [count, ~count] { data += [UInt8(number & 0xFF), UInt8(number >> 8)] }
      data += block
    }
    var (a, b): (UInt32, UInt32) = (1, 0)
    for byte in rows {
      a = (a + UInt32(byte)) % 65_521
      b = (b + a) % 65_521
    }
    data += big(b << 16 | a)
    let head = big(UInt32(width)) + big(UInt32(height)) + [1, 0, 0, 0, 0]
    return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A] + chunk("IHDR", head)
      + chunk("IDAT", data) + chunk("IEND", [])
  }

  private static func chunk(_ name: String, _ data: [UInt8]) -> [UInt8] {
    let body = Array(name.utf8) + data
    return big(UInt32(data.count)) + body + big(check(body))
  }

  private static func big(_ number: UInt32) -> [UInt8] {
    (0..<4).map { UInt8(truncatingIfNeeded: number >> (24 - 8 * $0)) }
  }

  private static func check(_ bytes: [UInt8]) -> UInt32 {
    var rest: UInt32 = .max
    for byte in bytes {
      rest ^= UInt32(byte)
      for _ in 0..<8 { rest = rest & 1 == 1 ? rest >> 1 ^ 0xEDB8_8320 : rest >> 1 }
    }
    return ~rest
  }
}
