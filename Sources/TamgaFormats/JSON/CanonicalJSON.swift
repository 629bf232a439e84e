/// The canonical form of a record: what its hash is taken of, so that an exported record that says
/// the same in another order or spacing is the same record (contract `decisions.md`).
public enum CanonicalJSON {
  /// The canonical bytes of `record`.
  ///
  /// Keys are sorted by their UTF-8 bytes, and those that begin with `x-` are left out at every
  /// level; a number with a whole value is written as an integer (`3`, `3.0` and `30e-1` alike);
  /// only `"`, `\` and control characters are escaped; nothing stands between the tokens.
  public static func bytes(of record: JSONValue) -> [UInt8] {
    var writer = JSONWriter(isCanonical: true)
    writer.write(record)
    return writer.bytes
  }
}
