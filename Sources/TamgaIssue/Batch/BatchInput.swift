internal import Crypto
import TamgaDecisions
import TamgaRegister

/// An input of a batch, as `summary.json` names it.
public struct BatchInput: Hashable, Sendable {
  /// As it was named on the command line.
  public let name: String
  public let bytes: Int64
  public let sha256: [UInt8]

  /// The hash of each input, and the batch to which they belong: the register remembers it, so that a
  /// resumed run finds its folder.
  static func read(
    _ sources: [RecordSource], _ office: Office
  ) throws -> (batch: String, inputs: [BatchInput]) {
    var all = SHA256()
    var inputs: [BatchInput] = []
    for source in sources {
      var one = SHA256()
      // The length keeps two inputs apart from their sum.
      all.update(data: Array("\(source.size)\n".utf8))
      try source.bytes { block in
        all.update(data: Array(block))
        one.update(data: Array(block))
      }
      inputs.append(
        BatchInput(name: source.name, bytes: source.size, sha256: Array(one.finalize())))
    }
    let batch = try office.register.batch(inputHash: Array(all.finalize()), today: office.today)
    return (batch, inputs)
  }
}
