internal import CPango
import Synchronization
public import TamgaDomain
public import TamgaTemplates

/// The characters that the fonts of the papers draw, read from the font files themselves.
public enum FontLetters {
  private static let known = Mutex<[FontList: LetterSet]>([:])

  /// What any of the files draws; nil when one of them cannot be read. Read once in a process.
  public static func of(_ list: FontList) -> LetterSet? {
    known.withLock { known in
      if let letters = known[list] { return letters }
      let letters = read(list)
      known[list] = letters
      return letters
    }
  }

  private static func read(_ list: FontList) -> LetterSet? {
    let set = hb_set_create()!  // safe: HarfBuzz returns a set
    defer { hb_set_destroy(set) }
    for file in list.files {
      guard let path = list.path(of: file), let blob = hb_blob_create_from_file_or_fail(path)
      else { return nil }
      let face = hb_face_create(blob, 0)
      hb_face_collect_unicodes(face, set)
      hb_face_destroy(face)
      hb_blob_destroy(blob)
    }
    var letters = LetterSet([])
    var value = hb_codepoint_t.max
    while hb_set_next(set, &value) != 0 {
      if let scalar = Unicode.Scalar(value) { letters.insert(scalar) }
    }
    return letters
  }
}
