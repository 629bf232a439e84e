import CoreMetrics
import Synchronization

/// Keeps what the program counts, and shows it in Prometheus' text format (version 0.0.4).
///
/// By hand, since no library that writes this format is among those that the project may use.
final class PrometheusText: MetricsFactory, Sendable {
  struct Key: Hashable, Comparable {
    let label: String
    let dimensions: String

    static func < (one: Key, two: Key) -> Bool {
      (one.label, one.dimensions) < (two.label, two.dimensions)
    }
  }

  private struct Kept {
    var counters: [Key: Int64] = [:]
    var gauges: [Key: Double] = [:]
    /// Number and sum, in seconds.
    var timers: [Key: (count: Int64, seconds: Double)] = [:]
  }

  private let kept = Mutex(Kept())

  private static func key(_ label: String, _ dimensions: [(String, String)]) -> Key {
    let pairs = dimensions.map { "\($0)=\"\(escaped($1))\"" }.joined(separator: ",")
    return Key(label: label, dimensions: pairs)
  }

  private static func escaped(_ text: String) -> String {
    var out = ""
    for character in text {
      switch character {
      case "\\": out += "\\\\"
      case "\"": out += "\\\""
      case "\n": out += "\\n"
      default: out.append(character)
      }
    }
    return out
  }

  func makeCounter(label: String, dimensions: [(String, String)]) -> any CounterHandler {
    Handler(Self.key(label, dimensions), self)
  }
  func makeFloatingPointCounter(
    label: String, dimensions: [(String, String)]
  ) -> any FloatingPointCounterHandler { Handler(Self.key(label, dimensions), self) }
  func makeRecorder(
    label: String, dimensions: [(String, String)], aggregate: Bool
  ) -> any RecorderHandler { Handler(Self.key(label, dimensions), self) }
  func makeMeter(label: String, dimensions: [(String, String)]) -> any MeterHandler {
    Handler(Self.key(label, dimensions), self)
  }
  func makeTimer(label: String, dimensions: [(String, String)]) -> any TimerHandler {
    Handler(Self.key(label, dimensions), self)
  }
  func destroyCounter(_ handler: any CounterHandler) {}
  func destroyFloatingPointCounter(_ handler: any FloatingPointCounterHandler) {}
  func destroyRecorder(_ handler: any RecorderHandler) {}
  func destroyMeter(_ handler: any MeterHandler) {}
  func destroyTimer(_ handler: any TimerHandler) {}

  fileprivate func add(_ key: Key, _ amount: Int64) {
    kept.withLock { $0.counters[key, default: 0] += amount }
  }
  fileprivate func set(_ key: Key, _ change: (Double) -> Double) {
    kept.withLock { $0.gauges[key] = change($0.gauges[key] ?? 0) }
  }
  fileprivate func time(_ key: Key, _ seconds: Double) {
    kept.withLock { kept in
      let (count, sum) = kept.timers[key] ?? (0, 0)
      kept.timers[key] = (count + 1, sum + seconds)
    }
  }

  var text: String {
    kept.withLock { kept in
      var lines: [String] = []
      var last = ""
      func put(_ key: Key, _ suffix: String, _ value: String, _ type: String) {
        if last != key.label {
          lines.append("# TYPE \(key.label) \(type)")
          last = key.label
        }
        let dimensions = key.dimensions.isEmpty ? "" : "{\(key.dimensions)}"
        lines.append("\(key.label)\(suffix)\(dimensions) \(value)")
      }
      for (key, value) in kept.counters.sorted(by: { $0.key < $1.key }) {
        put(key, "", String(value), "counter")
      }
      for (key, value) in kept.gauges.sorted(by: { $0.key < $1.key }) {
        put(key, "", String(value), "gauge")
      }
      for (key, value) in kept.timers.sorted(by: { $0.key < $1.key }) {
        put(key, "_count", String(value.count), "summary")
        put(key, "_sum", String(value.seconds), "summary")
      }
      return lines.joined(separator: "\n") + "\n"
    }
  }
}

private final class Handler: CounterHandler, FloatingPointCounterHandler, RecorderHandler,
  MeterHandler, TimerHandler
{
  private let key: PrometheusText.Key
  private let kept: PrometheusText

  init(_ key: PrometheusText.Key, _ kept: PrometheusText) {
    self.key = key
    self.kept = kept
  }

  func increment(by amount: Int64) { kept.add(key, amount) }
  func increment(by amount: Double) { kept.set(key) { $0 + amount } }
  func reset() {}
  func record(_ value: Int64) { kept.set(key) { _ in Double(value) } }
  func record(_ value: Double) { kept.set(key) { _ in value } }
  func set(_ value: Int64) { kept.set(key) { _ in Double(value) } }
  func set(_ value: Double) { kept.set(key) { _ in value } }
  func increment(by amount: Double, _: Void = ()) { kept.set(key) { $0 + amount } }
  func decrement(by amount: Double) { kept.set(key) { $0 - amount } }
  func recordNanoseconds(_ duration: Int64) { kept.time(key, Double(duration) / 1e9) }
}
