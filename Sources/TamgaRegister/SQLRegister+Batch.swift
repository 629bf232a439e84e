package import TamgaDomain
import TamgaFormats

extension SQLRegister {
  public func batch(inputHash: [UInt8], today: CalendarDate) throws(RegisterError) -> String {
    try RegisterLimits.check(inputHash, "inputHash", exactly: 32)
    if let name = try snapshot({ try Self.batchName($0, inputHash) }) { return name }
    return try transaction { session in
      let hash = Hex.text(inputHash)
      // Two inputs of one day may begin alike: the second gets a longer name.
      for digits in stride(from: 8, through: 64, by: 8) {
        let name = "\(today.iso)-\(hash.prefix(digits))"
        let isNew = try session.execute(
          "INSERT INTO batch (input_hash, name) VALUES (?, ?) ON CONFLICT DO NOTHING",
          [inputHash, name])
        if isNew == 1 { return name }
        // Another run may have named the input in between.
        if let name = try Self.batchName(session, inputHash) { return name }
      }
      throw RegisterError(
        .inconsistent, at: "batch", kk: "топтамаға бос ат табылмады",
        ru: "не нашлось свободного имени партии", en: "no free name of a batch was found",
        hint: .reportFault)
    }
  }

  private static func batchName(
    _ session: any SQLSession, _ inputHash: [UInt8]
  ) throws -> String? {
    try session.first("SELECT name FROM batch WHERE input_hash = ?", [inputHash]) { $0.text(0) }
  }
}
