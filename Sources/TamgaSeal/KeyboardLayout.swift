/// The layouts of the country's keyboards, to undo what they make of a code: a scanner presses the keys of an
/// American keyboard, and the system writes what stands on them.
enum KeyboardLayout {
  case russian
  case kazakh

  /// What the keys write, and beside it what they write on an American keyboard.
  private var rows: [(String, String)] {
    let letters = [
      ("йцукенгшщзхъфывапролджэячсмитьбю", "qwertyuiop[]asdfghjkl;'zxcvbnm,."),
      ("ЙЦУКЕНГШЩЗХЪФЫВАПРОЛДЖЭЯЧСМИТЬБЮ", "QWERTYUIOP{}ASDFGHJKL:\"ZXCVBNM<>"),
    ]
    return switch self {
    case .russian: letters + [("№;:?.,\"/", "#$^&/?@|")]
    // Its upper row has letters, and the digits nowhere else.
    case .kazakh:
      letters + [("\"әіңғ,.үұқөһ", "1234567890-="), ("!ӘІҢҒ;:ҮҰҚӨҺ", "!@#$%^&*()_+"), ("№?", "/?")]
    }
  }

  /// The text as the scanner sent it. Characters that stand on no key stay.
  func undone(_ text: String) -> String {
    var keys: [Character: Character] = [:]
    for (typed, american) in rows {
      for (character, key) in zip(typed, american) { keys[character] = key }
    }
    var undone = ""
    for character in text { undone.append(keys[character] ?? character) }
    return undone
  }
}
