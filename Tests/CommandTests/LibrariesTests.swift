import Foundation
import Testing

/// Libraries that few commands need are loaded by those: nobody waits for them at the start.
@Suite struct LibrariesTests {
  static let late = ["libpq.so", "libpoppler", "libqpdf.so", "libzbar.so"]

  @Test func theStartLoadsNoneOfThem() throws {
    let list = try Tool.text("ldd", [Place.tamga])
    #expect(list.contains("libcairo.so"), "\(list)")
    for name in Self.late { #expect(!list.contains(name), "\(name)") }
  }

  /// Where the environment wants every address at the start, those libraries are used all the same.
  @Test func addressesAreLookedUpLate() throws {
    let office = try IssuedOffice.shared()
    let arguments = ["verify", try office.pdf("NOW-1"), "--office", "office"]
    for value in ["", "1"] {
      let run = try office.workshop.tamga(arguments, environment: ["LD_BIND_NOW": value])
      #expect(run.status == 0 && run.text.contains("VALID"), "\(value): \(run.errors)")
    }
  }
}
