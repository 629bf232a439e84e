public import TamgaDomain
public import TamgaFormats
internal import TamgaIssue

/// What came of a ``SignerRequest``.
public enum SignerAnswer: Sendable {
  /// It was done: for a record its result as a line of `results.jsonl`, for a drawing its first page as PNG.
  case done(JSONValue, bytes: [UInt8])
  case refused(SignerRefusal)

  var json: JSONValue {
    switch self {
    case .done(let result, _): .object([.init("done", result)])
    case .refused(let refusal):
      .object([
        .init("refused", .text(refusal.code)), .init("place", .text(refusal.place)),
        .init("message", Self.words(refusal.message)),
        .init("hint", refusal.hint.map(Self.words) ?? .null),
      ])
    }
  }

  var bytes: [UInt8] {
    if case .done(_, let bytes) = self { bytes } else { [] }
  }

  init?(_ json: JSONValue, _ bytes: [UInt8]) {
    if let result = json["done"] {
      self = .done(result, bytes: bytes)
      return
    }
    guard let code = json["refused"]?.text, let message = json["message"].flatMap(Self.message)
    else { return nil }
    self = .refused(
      SignerRefusal(
        code: code, place: json["place"]?.text ?? "", message: message,
        hint: json["hint"].flatMap(Self.message)))
  }

  private static func words(_ message: Message) -> JSONValue {
    .object([
      .init("kk", .text(message.kk)), .init("ru", .text(message.ru)),
      .init("en", .text(message.en)),
    ])
  }

  private static func message(_ json: JSONValue) -> Message? {
    guard let kk = json["kk"]?.text, let ru = json["ru"]?.text, let en = json["en"]?.text else {
      return nil
    }
    return Message(kk: kk, ru: ru, en: en)
  }
}

/// Why it was not done: the problem that stopped it.
public struct SignerRefusal: Error, Hashable, Sendable {
  /// As ``Problem/code``; ``stale`` and ``away`` besides.
  public let code: String
  public let place: String
  public let message: Message
  public let hint: Message?

  public init(code: String, place: String = "", message: Message, hint: Message? = nil) {
    self.code = code
    self.place = place
    self.message = message
    self.hint = hint
  }

  init(_ error: any Error) {
    // safe: `problems` is never empty
    let problem = error.problems[0]
    self.init(
      code: problem.codeWord, place: problem.place, message: problem.message, hint: problem.hint)
  }

  /// Something happened to the paper since the caller looked at it.
  public static let stale = "signer-stale"
  /// Nobody signs here.
  public static let away = SignerRefusal(
    code: "signer-away",
    message: Message(
      kk: "қол қоятын процесс жауап бермейді", ru: "процесс подписи не отвечает",
      en: "the process that signs does not answer"))
}

extension Problem {
  fileprivate var codeWord: String { code.rawValue }
}
