import Testing

@testable import TamgaKeeping

/// The lines of `SHA256SUMS`: what leads out of a backup is refused.
@Suite struct BackupSumsTests {
  private static let sum = String(repeating: "0123456789abcdef", count: 4)

  static let right = [
    "\(sum)  office/tamga.yaml\n", "\(sum)  store/ab/abc.pdf\n\(sum)  office/a b\n", "",
    "\(sum)  office/қосымша.txt\n", "\(sum)  office/.dot\n", "\(sum)  office/..a\n",
  ]
  static let wrong = [
    "\(sum)  ../evil\n", "\(sum)  office/../evil\n", "\(sum)  /etc/passwd\n", "\(sum)  office/\n",
    "\(sum)  office//x\n", "\(sum)  office/./x\n", "\(sum)  office\n", "\(sum)  backup.json\n",
    "\(sum)  officex/a\n", "\(sum) office/x\n", "\(sum)   office/x\n", "\(sum)\n", "x\n",
    "\(sum.uppercased())  office/x\n", "\(sum.dropLast())  office/x\n", "\(sum)0  office/x\n",
    "g\(sum.dropFirst())  office/x\n", "\(sum)  store/..\n", "\\\(sum)  office/x\n",
    "\(sum) *office/x\n",
  ]

  @Test(arguments: right) func isRead(_ text: String) throws {
    let sums = try #require(BackupSums(Array(text.utf8)))
    #expect(String(decoding: sums.text, as: UTF8.self) == text)
  }

  @Test(arguments: wrong) func isRefused(_ text: String) {
    #expect(BackupSums(Array(text.utf8)) == nil)
  }

  @Test func noUTF8() {
    #expect(BackupSums(Array("\(Self.sum)  office/".utf8) + [0xFF, 0x0A]) == nil)
  }
}
