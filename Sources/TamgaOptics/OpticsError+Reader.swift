internal import TamgaDomain
internal import TamgaReader

extension OpticsError {
  /// Why a picture has no answer.
  init(picture failure: ReaderFailure) {
    self =
      switch failure {
      case .time:
        OpticsError(
          .time, kk: "сурет берілген уақытта ашылмады",
          ru: "изображение не прочитано за отведённое время",
          en: "the picture was not decoded in the time allowed", hint: .saveSmaller)
      case .lost:
        OpticsError(
          .lost, kk: "суретті ашуға жад жетпеді немесе ақау болды",
          ru: "для чтения изображения не хватило памяти, или случился сбой",
          en: "decoding needed too much memory or met a fault", hint: .saveSmaller)
      case .missing, .version: .noReader(at: "")
      }
  }

  /// Why a PDF, or a page of it, has no answer.
  init(pdf failure: ReaderFailure, at place: String) {
    self =
      switch failure {
      case .time:
        OpticsError(
          .time, at: place, kk: "бет берілген уақытта оқылмады",
          ru: "страница не прочитана за отведённое время",
          en: "the page was not read in the time allowed", hint: .onlyPages)
      case .lost:
        OpticsError(
          .lost, at: place, kk: "оқуға жад жетпеді немесе ақау болды",
          ru: "для чтения не хватило памяти, или случился сбой",
          en: "reading needed too much memory or met a fault", hint: .sendScan)
      case .missing, .version: .noReader(at: place)
      }
  }

  private static func noReader(at place: String) -> OpticsError {
    let problem = ReaderProblem()
    return OpticsError(
      .noReader, at: place, kk: problem.message.kk, ru: problem.message.ru,
      en: problem.message.en, hint: problem.hint)
  }
}
