import Foundation
import HTTPTypes
import Hummingbird
import TamgaDomain
import TamgaFormats
import TamgaIssue
import TamgaKeys
import TamgaRegister
import TamgaSeal
import TamgaService

/// `/healthz`, `/readyz` and `/metrics`, for those who watch the server.
struct HealthRoutes: Sendable {
  let office: ServedOffice
  let keeper: TrustKeeper
  let metrics: PrometheusText

  func health(_ call: Call) async throws -> Response {
    Response(Array("ok\n".utf8), type: "text/plain; charset=utf-8")
  }

  func ready(_ call: Call) async throws -> Response {
    let checks = await BlockingWork.run { self.checks() }
    let isReady = checks.allSatisfy(\.isSound)
    return Response(
      .object([
        .init("ready", .flag(isReady)),
        .init(
          "checks",
          .array(
            checks.map {
              .object([
                .init("name", .text($0.name)), .init("ok", .flag($0.isSound)),
                .init("message", .text($0.message[call.language])),
              ])
            })),
      ]), status: isReady ? .ok : .serviceUnavailable)
  }

  func metrics(_ call: Call) async throws -> Response {
    guard call.caller.isClient || CallerAddress.loopback.contains(call.address) else {
      throw WebProblem.notFound
    }
    return Response(Array(metrics.text.utf8), type: "text/plain; version=0.0.4; charset=utf-8")
  }

  private struct Check: Sendable {
    let name: String
    let isSound: Bool
    let message: Message
  }

  private static let sound = Message(kk: "дұрыс", ru: "в порядке", en: "in order")

  private func checks() -> [Check] {
    let register = (try? office.office.register.logSize()) != nil
    let keys = (try? office.office.keys.refresh()) != nil && !office.office.keys.issuing.isEmpty
    let templates = access(office.templates + "/shared/fields.yaml", R_OK) == 0
    return [
      Check(
        name: "register", isSound: register,
        message: register ? Self.sound : WebProblem.noRegister.detail),
      Check(
        name: "keys", isSound: keys,
        message: keys
          ? Self.sound
          : Message(
            kk: "ашық кілттер оқылмайды", ru: "открытые ключи не читаются",
            en: "the public keys cannot be read")),
      Check(
        name: "templates", isSound: templates,
        message: templates
          ? Self.sound
          : Message(
            kk: "үлгілер қалтасы жоқ", ru: "нет папки шаблонов",
            en: "the templates folder is not there")),
      trust(),
    ]
  }

  private func trust() -> Check {
    guard let status = keeper.published?.bundle.status else {
      return Check(name: "trust", isSound: false, message: WebProblem.noBundle.detail)
    }
    let now = office.office.now()
    let minutes = max(0, now - status.issuedAt) / 60
    return Check(
      name: "trust", isSound: now < status.nextUpdate,
      message: Message(
        kk: "№ \(status.sequence) сенім бумасы, \(minutes) минут бұрын қол қойылған",
        ru: "пакет доверия № \(status.sequence), подписан \(minutes) мин назад",
        en: "trust bundle \(status.sequence), signed \(minutes) minutes ago"))
  }
}
