/// A cache of bounded size: values that nobody asked for while it filled up once are evicted.
///
/// Not to be shared between threads.
package final class TwoGenerationCache<Key: Hashable, Value> {
  private let room: Int
  private var recent: [Key: Value] = [:]
  private var former: [Key: Value] = [:]
  private var weight = 0

  /// - Parameter room: The most that either generation holds, in the measure of the weights.
  package init(room: Int) { self.room = room }

  /// The value of `key`, made when it is not here. What weighs an eighth of the room is not kept.
  package func value<Failure: Error>(
    _ key: Key, weight: Int = 1, make: () throws(Failure) -> Value
  ) throws(Failure) -> Value {
    if let value = known(key, weight: weight) { return value }
    let value = try make()
    keep(value, for: key, weight: weight)
    return value
  }

  package func known(_ key: Key, weight: Int = 1) -> Value? {
    if let value = recent[key] { return value }
    guard let value = former[key] else { return nil }
    keep(value, for: key, weight: weight)
    return value
  }

  package func keep(_ value: Value, for key: Key, weight: Int = 1) {
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
