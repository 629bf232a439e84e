/// A cache of bounded size: values that nobody asked for while it filled up once are evicted.
///
/// Not to be shared between threads. Inlinable, since a cache of a type of another module is slow without.
package final class TwoGenerationCache<Key: Hashable, Value> {
  @usableFromInline let room: Int
  @usableFromInline var recent: [Key: Value] = [:]
  @usableFromInline var former: [Key: Value] = [:]
  @usableFromInline var weight = 0

  /// - Parameter room: The most that either generation holds, in the measure of the weights.
  @inlinable package init(room: Int) { self.room = room }

  @inlinable package func holds(_ key: Key) -> Bool { recent[key] != nil || former[key] != nil }

  /// The value of `key`, made when it is not here. What weighs an eighth of the room is not kept.
  @inlinable package func value<Failure: Error>(
    _ key: Key, weight: Int = 1, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = known(key, weight: weight) { return value }
    let value = try make()
    keep(value, for: key, weight: weight)
    return value
  }

  @inlinable package func known(_ key: Key, weight: Int = 1) -> Value? {
    if let value = recent[key] { return value }
    guard let value = former[key] else { return nil }
    keep(value, for: key, weight: weight)
    return value
  }

  @inlinable package func keep(_ value: Value, for key: Key, weight: Int = 1) {
    guard weight < room / 8 else { return }
    if self.weight + weight > room {
      former = recent
      recent.removeAll(keepingCapacity: true)
      self.weight = 0
    }
    recent[key] = value
    self.weight += weight
  }
}
