import Crypto
import HTTPTypes
import Hummingbird
import TamgaAccounts
import TamgaDesk
import TamgaDomain
import TamgaFormats
import TamgaIssue

/// Puts what the views need around them, and hands out the style sheet and the script.
struct DeskPages: Sendable {
  private struct Asset: Sendable {
    let name: String
    let type: String
    let bytes: [UInt8]
  }

  private let configuration: OfficeConfiguration
  private let style: Asset
  private let script: Asset

  init(_ configuration: OfficeConfiguration) {
    self.configuration = configuration
    style = Self.asset("style", "css", "text/css; charset=utf-8", DeskAssets.style)
    script = Self.asset("script", "js", "text/javascript; charset=utf-8", DeskAssets.script)
  }

  private static func asset(
    _ name: String, _ end: String, _ type: String, _ text: String
  ) -> Asset {
    let bytes = Array(text.utf8)
    let hash = Hex.text(Array(SHA256.hash(data: bytes).prefix(8)))
    return Asset(name: "\(name)-\(hash).\(end)", type: type, bytes: bytes)
  }

  /// `GET /desk/assets/{file}`: their names change with their content.
  func file(_ call: Call) async throws -> Response {
    guard let asset = [style, script].first(where: { $0.name == call.words["file"] }) else {
      throw WebProblem.notFound
    }
    var response = Response(asset.bytes, type: asset.type)
    response.headers[.cacheControl] = "public, max-age=31536000, immutable"
    return response
  }

  /// A page for whoever asked.
  ///
  /// - Parameter csrf: Of the session where it is not given.
  func answer(
    _ view: some DeskView, _ call: Call, csrf: String? = nil, status: HTTPResponse.Status = .ok
  ) -> Response {
    Self.answer(view.page(in: context(call, csrf: csrf)), call.language, status)
  }

  static func answer(
    _ page: String, _ language: MessageLanguage, _ status: HTTPResponse.Status
  ) -> Response {
    var response = Response(Array(page.utf8), type: "text/html; charset=utf-8", status: status)
    response.headers[.contentLanguage] = language.rawValue
    response.headers[.contentSecurityPolicy] = SafetyHeaders.policyOfDesk
    return response
  }

  func context(_ call: Call, csrf: String? = nil) -> DeskContext {
    var account: DeskAccount?
    var token = csrf ?? ""
    if case .account(let session, _) = call.caller {
      account = self.account(session.account)
      token = csrf ?? session.csrf
    }
    return DeskContext(
      language: call.language, account: account, csrf: token,
      style: Link("desk", "assets", style.name), script: Link("desk", "assets", script.name),
      counts: DeskContext.Counts(proposals: call.waitingProposals))
  }

  private func account(_ account: Account) -> DeskAccount {
    let body = account.bodies.count == 1 ? configuration.bodies[account.bodies[0]] : nil
    return DeskAccount(
      login: account.login, name: account.name.isEmpty ? account.login : account.name,
      // safe: the roles of both have the same names
      role: DeskRole(rawValue: account.role.rawValue)!,
      place: body?.name ?? Bilingual(kk: configuration.office, ru: configuration.office))
  }
}
