import HTTPTypes

/// All routes of a server; nothing else is answered.
struct RouteTable: Sendable {
  let routes: [Route]

  enum Finding {
    case route(Route, [String: String])
    /// The address is right; the methods that it takes.
    case otherMethod([String])
    case none
  }

  func find(_ method: HTTPRequest.Method, _ path: String) -> Finding {
    guard path.hasPrefix("/"), !path.contains("//"), path == "/" || !path.hasSuffix("/") else {
      return .none
    }
    let words = path.split(separator: "/")
    var methods: [String] = []
    for route in routes {
      guard let found = route.match(words) else { continue }
      if route.method == method || (method == .head && route.method == .get) {
        return .route(route, found)
      }
      methods.append(route.method.rawValue)
      if route.method == .get { methods.append("HEAD") }
    }
    return methods.isEmpty ? .none : .otherMethod(methods)
  }
}
