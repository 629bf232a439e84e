public import TamgaDomain
public import TamgaFormats

/// What `tamga serve` tells the server that it becomes: options that were looked at, as one JSON object.
public struct ServeSettings: Hashable, Sendable {
  /// The office's folder.
  public var office: String
  public var templates: String
  /// The address to listen on.
  public var host: String
  /// 0 takes a free one.
  public var port: Int
  /// What links and the host check go by, without a slash at its end; nil for the address itself.
  public var publicURL: String?
  /// Nothing but checking: the page, the trust bundle, `verify` and `lookup`.
  public var isCheckOnly: Bool
  public var logsJSON: Bool
  public var language: MessageLanguage
  /// The folder of `make web`; nil where there is none.
  public var page: String?
  /// The socket of the process that signs; nil where nobody does.
  public var signer: String?

  public init(
    office: String, templates: String, host: String, port: Int, publicURL: String?,
    isCheckOnly: Bool, logsJSON: Bool, language: MessageLanguage, page: String?, signer: String?
  ) {
    self.office = office
    self.templates = templates
    self.host = host
    self.port = port
    self.publicURL = publicURL
    self.isCheckOnly = isCheckOnly
    self.logsJSON = logsJSON
    self.language = language
    self.page = page
    self.signer = signer
  }

  public var json: JSONValue {
    func text(_ value: String?) -> JSONValue { value.map(JSONValue.text) ?? .null }
    return .object([
      .init("office", .text(office)), .init("templates", .text(templates)),
      .init("host", .text(host)), .init("port", .integer(Int64(port))),
      .init("publicURL", text(publicURL)), .init("checkOnly", .flag(isCheckOnly)),
      .init("logJSON", .flag(logsJSON)), .init("language", .text(language.rawValue)),
      .init("page", text(page)), .init("signer", text(signer)),
    ])
  }

  /// Nil for anything but what ``json`` gives.
  public init?(_ json: JSONValue) {
    guard let office = json["office"]?.text, let templates = json["templates"]?.text,
      let host = json["host"]?.text, case .integer(let port)? = json["port"],
      case .flag(let isCheckOnly)? = json["checkOnly"], case .flag(let logsJSON)? = json["logJSON"],
      let language = json["language"]?.text.flatMap(MessageLanguage.init)
    else { return nil }
    self.init(
      office: office, templates: templates, host: host, port: Int(port),
      publicURL: json["publicURL"]?.text, isCheckOnly: isCheckOnly, logsJSON: logsJSON,
      language: language, page: json["page"]?.text, signer: json["signer"]?.text)
  }
}
