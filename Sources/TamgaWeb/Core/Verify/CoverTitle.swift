/// The title of a cover sheet, of which a page in a browser sees nothing: PDF files go to the server.
enum CoverTitle {
  static func stands(in text: String) -> Bool { false }
}
