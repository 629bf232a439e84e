internal import TamgaIssue
internal import TamgaRegisterPostgres

/// Changes the setting `register` of `tamga.yaml`; every other line and every remark stays.
enum ConfigurationEdit {
  /// The line that says where the register is.
  static func line(_ target: PostgresTarget) -> String {
    func quoted(_ text: String) -> String {
      "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }
    return "register: {postgresql: \(quoted(target.connection)), schema: \(target.schema)}"
  }

  /// The text with the register on PostgreSQL.
  ///
  /// - Parameter text: Of an office whose register is a SQLite file.
  /// - Throws: ``KeepingError`` of code `configuration` where the result would not say just that.
  static func moved(_ text: String, to target: PostgresTarget) throws -> String {
    let line = line(target)
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if let place = lines.firstIndex(where: { $0.hasPrefix("register:") }) {
      let remark = lines[place].firstIndex(of: "#").map { "  " + lines[place][$0...] } ?? ""
      lines[place] = line + remark
    } else {
      while lines.last == "" { lines.removeLast() }
      lines += [line, ""]
    }
    let edited = lines.joined(separator: "\n")
    let before = try OfficeConfiguration.read(text, file: Office.configurationName)
    guard let after = try? OfficeConfiguration.read(edited, file: Office.configurationName),
      after.register == .postgresql(target), after.isOtherwise(before)
    else { throw KeepingError.configuration(line) }
    return edited
  }
}

extension OfficeConfiguration {
  /// Whether two configurations say the same but for the register.
  fileprivate func isOtherwise(_ other: OfficeConfiguration) -> Bool {
    office == other.office && name == other.name && zone == other.zone && bodies == other.bodies
      && policy == other.policy && store == other.store && batchPapers == other.batchPapers
      && serve == other.serve
      && retentionMonths == other.retentionMonths && keyRules == other.keyRules
      && verifyHost == other.verifyHost && bundleDays == other.bundleDays
  }
}
