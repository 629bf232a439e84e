internal import TamgaDomain

extension Reason {
  /// Of what is seen of a file alone, which a page in a browser hands to the server: it answers in words.
  var fileMessage: Message { Message(kk: rawValue, ru: rawValue, en: rawValue) }
}
