import HTTPTypes
import Hummingbird
import TamgaDesk
import TamgaDomain

extension DeskPages {
  /// A problem for a person in front of a browser.
  func answer(_ problem: WebProblem, _ call: Call) -> Response {
    var response = answer(
      ProblemView(
        status: problem.status.code, code: problem.code, title: problem.title,
        detail: problem.detail, request: call.name), call, status: problem.status)
    for (name, value) in problem.fields { response.headers[name] = value }
    return response
  }
}
