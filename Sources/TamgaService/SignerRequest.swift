internal import TamgaFormats

/// What the server asks of the process that holds the keys: everything that signs or changes the register.
public enum SignerRequest: Hashable, Sendable {
  /// Sign the keys and statuses of this moment and publish them.
  case publish
  /// Judge a record as issuing it would, and leave nothing behind.
  case check(record: [UInt8])
  /// Issue the paper of a record; into a batch where it corrects one of its records.
  case issue(record: [UInt8], agent: String, batch: String? = nil)
  /// Issue all records of a file, in the background; the answer is the batch's name.
  case run(file: String, agent: String)
  /// How far the batch has come that runs in the background.
  case progress(batch: String)
  /// Draw the first page of the record as a paper that nobody issues.
  case draw(document: String, record: [UInt8])
  /// Do something with a paper, for a reason; refused where its newest event is another one than the
  /// caller has seen (nil: whatever has happened).
  case act(SignerAct, serial: Int64, agent: String, reason: String, seen: Int64?)

  var json: JSONValue {
    switch self {
    case .publish: .object([.init("ask", .text("publish"))])
    case .check: .object([.init("ask", .text("check"))])
    case .issue(_, let agent, let batch):
      .object([
        .init("ask", .text("issue")), .init("agent", .text(agent)),
        .init("batch", batch.map(JSONValue.text) ?? .null),
      ])
    case .run(let file, let agent):
      .object([
        .init("ask", .text("run")), .init("file", .text(file)), .init("agent", .text(agent)),
      ])
    case .progress(let batch):
      .object([.init("ask", .text("progress")), .init("batch", .text(batch))])
    case .draw(let document, _):
      .object([.init("ask", .text("draw")), .init("document", .text(document))])
    case .act(let act, let serial, let agent, let reason, let seen):
      .object([
        .init("ask", .text("act")), .init("act", .text(act.rawValue)),
        .init("serial", .integer(serial)), .init("agent", .text(agent)),
        .init("reason", .text(reason)), .init("seen", seen.map(JSONValue.integer) ?? .null),
      ])
    }
  }

  var bytes: [UInt8] {
    switch self {
    case .check(let record), .issue(let record, _, _), .draw(_, let record): record
    case .publish, .act, .run, .progress: []
    }
  }

  /// Nil for anything but what ``json`` and ``bytes`` give.
  init?(_ json: JSONValue, _ bytes: [UInt8]) {
    switch json["ask"]?.text {
    case "publish": self = .publish
    case "check": self = .check(record: bytes)
    case "issue":
      guard let agent = json["agent"]?.text else { return nil }
      self = .issue(record: bytes, agent: agent, batch: json["batch"]?.text)
    case "run":
      guard let file = json["file"]?.text, let agent = json["agent"]?.text else { return nil }
      self = .run(file: file, agent: agent)
    case "progress":
      guard let batch = json["batch"]?.text else { return nil }
      self = .progress(batch: batch)
    case "draw":
      guard let document = json["document"]?.text else { return nil }
      self = .draw(document: document, record: bytes)
    case "act":
      guard let act = json["act"]?.text.flatMap(SignerAct.init),
        case .integer(let serial)? = json["serial"], let agent = json["agent"]?.text,
        let reason = json["reason"]?.text
      else { return nil }
      var seen: Int64?
      if case .integer(let sequence)? = json["seen"] { seen = sequence }
      self = .act(act, serial: serial, agent: agent, reason: reason, seen: seen)
    default: return nil
    }
  }
}

/// What can be done with a paper that there is.
public enum SignerAct: String, Hashable, Sendable, CaseIterable {
  case reprint, spoil, handover, void, suspend, resume
}
