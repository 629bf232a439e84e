/// The faces of the papers, by role.
enum Face: Hashable, CaseIterable {
  case serif, serifBold, serifItalic, sans, sansBold, monoBold
}

/// A face in a size (points).
struct Letters: Hashable {
  let face: Face
  let size: Double

  init(_ face: Face, _ size: Double) {
    self.face = face
    self.size = size
  }
}

/// A stretch of text in one kind of letters.
struct Stretch {
  let text: String
  let letters: Letters
  /// Not broken over lines where a line holds it: a number, a date.
  var keepsTogether = false
  /// Drawn with a line through it.
  var isStruck = false
}
