import TamgaDomain

/// Placeholder until the sample target is complete.
enum SampleWriting {
  static func write(
    count: Int, seed: UInt64, kinds: [String], flaws: Int, bodies: [String: IssuingBody]?
  ) throws {}
}
