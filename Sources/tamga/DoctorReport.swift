import TamgaDomain

/// The lines that `tamga doctor` prints: `✓` in order, `✗` not, `!` a warning, `–` not checked.
struct DoctorReport {
  private(set) var isSound = true

  mutating func look(_ what: Message, _ check: () throws -> String) {
    do {
      Terminal.say("✓ " + what[Terminal.language] + ": " + (try check()))
    } catch {
      isSound = false
      Terminal.say("✗ " + what[Terminal.language])
      Terminal.tell(error)
    }
  }

  func warn(_ words: Message) { Terminal.say("! " + words[Terminal.language]) }

  func skip(_ what: Message, _ why: Message) {
    Terminal.say("– " + what[Terminal.language] + ": " + why[Terminal.language])
  }
}
