internal import CYAML

/// A YAML text being read by libyaml, event by event, into one ``YAMLNode``.
///
/// Only what the files of an office need: one document without anchors, tags and keys given twice.
package struct YAMLText: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>
  private var event = yaml_event_t()

  /// Mappings and lists within each other; our deepest file has six.
  private static let maxDepth = 32

  /// The document of `text`; nil for an empty one.
  package static func document(_ text: String) throws(YAMLFault) -> YAMLNode? {
    var text = text
    let result = text.withUTF8 { bytes in
      Result { () throws(YAMLFault) in
        var reading = YAMLText(bytes)
        return try reading.document()
      }
    }
    return try result.get()
  }

  private init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    let isReady = yaml_parser_initialize(parser)
    precondition(isReady == 1, "no memory for a YAML parser")
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    var last = event
    yaml_event_delete(&last)
    yaml_parser_delete(parser)
    parser.deallocate()
  }

  private mutating func document() throws(YAMLFault) -> YAMLNode? {
    try next()
    try next()
    guard event.type == YAML_DOCUMENT_START_EVENT else { return nil }
    try next()
    let node = try node(depth: 0)
    try next()
    try next()
    guard event.type == YAML_STREAM_END_EVENT else {
      throw fault(.secondDocument)
    }
    return node
  }

  /// The value that begins with the present event; ends at its last one.
  private mutating func node(depth: Int) throws(YAMLFault) -> YAMLNode {
    let line = self.line
    guard depth < Self.maxDepth else {
      throw fault(.tooDeep)
    }
    try refuseReferences()
    switch event.type {
    case YAML_SEQUENCE_START_EVENT:
      var nodes: [YAMLNode] = []
      try next()
      while event.type != YAML_SEQUENCE_END_EVENT {
        nodes.append(try node(depth: depth + 1))
        try next()
      }
      return YAMLNode(line: line, value: .list(nodes))
    case YAML_MAPPING_START_EVENT:
      return YAMLNode(line: line, value: .map(try entries(depth: depth)))
    default:
      let isPlain = event.data.scalar.style == YAML_PLAIN_SCALAR_STYLE
      return YAMLNode(line: line, value: .text(scalar, isPlain: isPlain))
    }
  }

  private mutating func entries(depth: Int) throws(YAMLFault) -> [YAMLNode.Entry] {
    var entries: [YAMLNode.Entry] = []
    var keys: Set<String> = []
    try next()
    while event.type != YAML_MAPPING_END_EVENT {
      try refuseReferences()
      guard event.type == YAML_SCALAR_EVENT else {
        throw fault(.keyIsNoText)
      }
      let (key, line) = (scalar, line)
      guard keys.insert(key).inserted else {
        throw fault(.duplicateKey(key))
      }
      try next()
      entries.append(YAMLNode.Entry(key: key, line: line, node: try node(depth: depth + 1)))
      try next()
    }
    return entries
  }

  /// What YAML can do and our files do not: a value that stands elsewhere or is of another type.
  private func refuseReferences() throws(YAMLFault) {
    let isReferring =
      switch event.type {
      case YAML_ALIAS_EVENT: true
      case YAML_SCALAR_EVENT: event.data.scalar.anchor != nil || event.data.scalar.tag != nil
      case YAML_SEQUENCE_START_EVENT:
        event.data.sequence_start.anchor != nil || event.data.sequence_start.tag != nil
      case YAML_MAPPING_START_EVENT:
        event.data.mapping_start.anchor != nil || event.data.mapping_start.tag != nil
      default: false
      }
    guard isReferring else { return }
    throw fault(.reference)
  }

  private var line: Int { Int(event.start_mark.line) + 1 }

  private var scalar: String {
    String(
      decoding: UnsafeBufferPointer(
        start: event.data.scalar.value, count: event.data.scalar.length),
      as: UTF8.self)
  }

  private mutating func next() throws(YAMLFault) {
    yaml_event_delete(&event)
    guard yaml_parser_parse(parser, &event) == 1 else {
      let reason = parser.pointee.problem.map { String(cString: $0) } ?? "not read"
      // Letters that no text has are found before there are lines.
      let isLetter = parser.pointee.error == YAML_READER_ERROR
      throw YAMLFault(
        .syntax(reason), line: isLetter ? 0 : Int(parser.pointee.problem_mark.line) + 1)
    }
  }

  private func fault(_ kind: YAMLFault.Kind) -> YAMLFault { YAMLFault(kind, line: line) }
}
