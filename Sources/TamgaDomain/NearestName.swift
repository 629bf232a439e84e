/// Finds the name that was meant by a mistyped one.
public enum NearestName {
  /// The candidate that is nearest to `name` by ``EditDistance``; case does not count. Nothing when
  /// none is near.
  public static func of(_ name: String, among candidates: some Sequence<String>) -> String? {
    let typed = Array(name.lowercased().utf8)
    var limit = typed.count <= 4 ? 1 : typed.count <= 8 ? 2 : 3
    var best: String?
    for candidate in candidates {
      let other = Array(candidate.lowercased().utf8)
      guard let distance = EditDistance.between(typed, other, limit: limit) else { continue }
      best = candidate
      limit = distance - 1
    }
    return best
  }
}
