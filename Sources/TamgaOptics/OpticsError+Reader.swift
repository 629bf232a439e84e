internal import TamgaDomain
internal import TamgaReader

extension OpticsError {
  /// Why a picture has no answer.
  init(picture failure: ReaderFailure) {
    self =
      switch failure {
      case .time:
        OpticsError(
          .time, at: "picture", "the picture was not decoded in the time allowed",
          hint: "save it smaller")
      case .lost:
        OpticsError(
          .lost, at: "picture", "decoding needed too much memory or met a fault",
          hint: "save it smaller, as PNG or JPEG")
      case .missing, .version: .noReader(at: "picture")
      }
  }

  /// Why a PDF, or a page of it, has no answer.
  init(pdf failure: ReaderFailure, at place: String) {
    self =
      switch failure {
      case .time:
        OpticsError(
          .time, at: place, "the page was not read in the time allowed",
          hint: "send only the pages of the paper")
      case .lost:
        OpticsError(
          .lost, at: place, "reading needed too much memory or met a fault",
          hint: "send a scan of the paper")
      case .missing, .version: .noReader(at: place)
      }
  }

  private static func noReader(at place: String) -> OpticsError {
    let problem = ReaderProblem()
    return OpticsError(.noReader, at: place, problem.message.en, hint: problem.hint.en)
  }
}
