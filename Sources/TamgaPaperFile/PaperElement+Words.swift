extension PaperElement {
  /// What is said in place of the code, by the language of the paper; no other words may stand there.
  package static let codeWords = [
    "kk": "Құжаттың түпнұсқалығын тексеруге арналған QR-код",
    "ru": "QR-код для проверки подлинности документа",
  ]

  /// The bookmarks of papers of several pages: where each language begins.
  package static let bookmarks = ["kk": "Қазақ тіліндегі мәтін", "ru": "Текст на русском языке"]
}
