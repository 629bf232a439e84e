internal import TamgaFormats
internal import TamgaSeal

/// What a PDF holds for programs, of which a page in a browser sees nothing: PDF files go to the server.
public struct ProgramData: Hashable, Sendable {
  var attachments: [PrintedDigest.Attachment] { [] }

  public init() {}

  struct Content: Hashable, Sendable {
    var json: JSONValue { .null }
  }
}
