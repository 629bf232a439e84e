import ArgumentParser
import Foundation
import TamgaDomain
import TamgaIssue
import TamgaService

/// The process that holds the keys for a server which has none.
struct SignerCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "signer", abstract: "Sign for a server; 'tamga serve' starts it.",
    shouldDisplay: false)

  @OptionGroup var office: OfficeOptions

  @Option(help: ArgumentHelp("Listen here for the server.", valueName: "path"))
  var socket: String?

  func run() throws {
    let office = try office.open()
    if let gone = (try? office.goneKinds()).flatMap(Office.warning) { Terminal.say(gone, .warning) }
    try PublishedBundle.publish(office, agent: Environment.agent)
    guard let socket else { return }
    guard let listener = SignerListener(socket: socket) else {
      throw CLIError.notWritten(socket)
    }
    // Its life is that of the connection: what ends the server ends it.
    signal(SIGINT, SIG_IGN)
    signal(SIGTERM, SIG_IGN)
    let signer = PaperSigner(office: office, agent: Environment.agent)
    listener.serve { request in
      let answer = signer.answer(request)
      if case .refused(let refusal) = answer, case .publish = request {
        Terminal.say("tamga: " + refusal.message[Terminal.language])
      }
      return answer
    }
  }
}
