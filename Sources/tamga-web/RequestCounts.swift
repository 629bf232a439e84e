import Metrics

/// Counts answers by route and status, and how long they took.
struct RequestCounts: Sendable {
  func count(_ route: String, _ status: Int, _ duration: Duration) {
    Counter(
      label: "tamga_requests_total", dimensions: [("route", route), ("status", String(status))]
    ).increment()
    Metrics.Timer(label: "tamga_request_seconds", dimensions: [("route", route)])
      .record(duration: duration)
  }
}
