import HTTPTypes
import Hummingbird
import TamgaDomain

/// A problem for a person in front of a browser.
enum ErrorPage {
  static func answer(
    _ problem: WebProblem, _ name: String, _ language: MessageLanguage
  ) -> Response {
    WebResponder.answer(problem, name, language)
  }
}
