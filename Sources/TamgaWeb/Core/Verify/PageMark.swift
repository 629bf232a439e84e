/// What pages say of their number, of which a page in a browser sees nothing: PDF files go to the server.
enum PageMark {
  static func tellsOfMissing(_ texts: [String]) -> Bool { false }
}
