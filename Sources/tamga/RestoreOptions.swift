import ArgumentParser
import TamgaDomain
import TamgaIssue
import TamgaRegister

/// What a command that gives numbers asks where papers are out that the register does not know.
struct RestoreOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Go on with a register that was restored from an old backup: why; stands in the register.",
      valueName: "reason"))
  var acceptRestore: String?

  func validate() throws {
    if let acceptRestore, acceptRestore.allSatisfy(\.isWhitespace) {
      throw UsageError(
        .value, kk: "--accept-restore бос болмауы керек",
        ru: "--accept-restore не может быть пустым", en: "--accept-restore must not be blank")
    }
  }

  /// Refuses an older register, or goes on with it where somebody answers for that.
  ///
  /// - Parameter output: The output folder of the command.
  func judge(_ office: Office, output: String? = nil) throws {
    guard let acceptRestore else { return try office.refuseOlderRegister(than: output) }
    try Self.accept(office, output: output, reason: acceptRestore)
  }

  /// Goes on with an older register and says what is left out.
  static func accept(_ office: Office, output: String?, reason: String) throws {
    let accepted = try office.acceptRestore(
      than: output, agent: Environment.agent, reason: reason)
    guard let loss = accepted?.loss else {
      return Terminal.say(
        Message(
          kk: "тізілім ескі емес: --accept-restore ештеңе өзгертпеді",
          ru: "реестр не старый: --accept-restore ничего не изменил",
          en: "the register is not older: --accept-restore changed nothing"), .warning)
    }
    Terminal.say(
      Message(
        kk:
          "журналдың жоғалған жазбаларынан кейін жұмыс жалғасады: әр қатардан \(loss.count) нөмір өткізілді",
        ru:
          "работа продолжается после утраченных записей журнала: в каждом ряду пропущено номеров: \(loss.count)",
        en:
          "going on after lost entries of the log: \(loss.count) numbers of every series are left out"
      ), .warning)
  }
}
