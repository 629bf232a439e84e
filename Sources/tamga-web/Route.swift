import Foundation
import HTTPTypes
import Hummingbird
import TamgaDomain

/// One thing that can be asked of the server.
struct Route: Sendable {
  typealias Answer = @Sendable (Call) async throws -> Response

  let method: HTTPRequest.Method
  /// Its address: words, and `{name}` for a word that is looked at.
  let path: String
  /// Who may ask.
  let access: Access
  /// What it says of itself in the description of the API; nil for pages and probes.
  let description: RouteDescription?
  let answer: Answer

  init(
    _ method: HTTPRequest.Method, _ path: String, _ description: RouteDescription? = nil,
    for access: Access = .anybody, answer: @escaping Answer
  ) {
    self.method = method
    self.path = path
    self.access = access
    self.description = description
    self.answer = answer
  }

  /// The words of the address for the names of the path; nil for another address.
  func match(_ words: [Substring]) -> [String: String]? {
    let pattern = path.split(separator: "/")
    guard pattern.count == words.count else { return nil }
    var found: [String: String] = [:]
    for (part, word) in zip(pattern, words) {
      guard part.hasPrefix("{") else {
        if part != word { return nil }
        continue
      }
      // A number may have slashes, which an address writes as %2F.
      guard let plain = word.removingPercentEncoding else { return nil }
      found[String(part.dropFirst().dropLast())] = plain
    }
    return found
  }
}

/// A request that found its route.
struct Call: Sendable {
  let request: Request
  /// Words of the address by their names in the path.
  var words: [String: String]
  /// The address of the person who asks.
  let address: String
  var language: MessageLanguage
  /// The name of the request in answers and in the log.
  let name: String
  /// Who asks; what its route may be asked by was looked at.
  var caller = Caller.nobody
  /// A form that was read already.
  var form: FormBody?
  /// Proposals that wait for this supervisor.
  var waitingProposals = 0
}
