/// Which build of Tamga this is.
public enum Version {
  /// The last release, the commits since then, the newest commit, and `-dirty` where sources were
  /// changed after it: `0.9.0-247-g1a2b3c4d5e`. Of a build without git, the release alone: `0.9.0`.
  public static let current = Built.version
}
