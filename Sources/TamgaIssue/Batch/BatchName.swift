internal import Crypto
import TamgaDecisions
import TamgaRegister

/// The name of the batch of some inputs.
enum BatchName {
  /// The register remembers the batch of an input, so that a resumed run finds its folder.
  static func of(_ sources: [RecordSource], _ office: Office) throws -> String {
    var hash = SHA256()
    for source in sources {
      // The length keeps two inputs apart from their sum.
      hash.update(data: Array("\(source.size)\n".utf8))
      try source.bytes { hash.update(data: Array($0)) }
    }
    return try office.register.batch(inputHash: Array(hash.finalize()), today: office.today)
  }
}
