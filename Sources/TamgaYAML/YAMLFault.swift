/// Why a text is not read as YAML, and where.
package struct YAMLFault: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// What libyaml says, in its words.
    case syntax(String)
    /// More than one document.
    case secondDocument
    case tooDeep
    /// A list or a mapping stands where a key should.
    case keyIsNoText
    case duplicateKey(String)
    /// An anchor, an alias or a tag.
    case reference
  }

  package let kind: Kind
  /// Counted from 1; 0 for the file as a whole.
  package let line: Int

  init(_ kind: Kind, line: Int) {
    self.kind = kind
    self.line = line
  }
}
