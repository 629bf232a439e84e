import TamgaDomain
import Testing

@testable import TamgaLog

@Suite struct LogFaultTests {
  @Test func faultsSpeakThreeLanguages() {
    let faults: [LogFault] = [
      .index, .sizes, .proofLength, .otherRoot, .otherOldRoot, .missingHashes(level: 1, 0..<2),
      .tooLarge, .key, .note, .notSigned, .signature, .checkpoint, .otherOrigin, .entryVersion,
      .entry, .entryField("who"), .evidence, .otherIndex,
    ]
    #expect(Set(faults.map(\.code)).count == faults.count)
    for fault in faults {
      #expect(fault.code.hasPrefix("log-"))
      for text in [fault.message, fault.hint] {
        #expect(Set([text.kk, text.ru, text.en]).count == 3)
        #expect(![text.kk, text.ru, text.en].contains { $0.isEmpty || $0.hasSuffix(".") })
      }
    }
  }
}
