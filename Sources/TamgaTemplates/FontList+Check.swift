internal import Crypto
import Foundation
public import TamgaDomain
import TamgaFormats

extension FontList {
  /// Looks whether every file is there and is the very file whose SHA-256 is named: some 2 ms for
  /// three megabytes.
  ///
  /// - Throws: ``TemplateFaults`` with the line of every face that is not.
  public func check() throws(TemplateFaults) {
    let faults = files.compactMap(fault)
    guard faults.isEmpty else { throw TemplateFaults(faults) }
  }

  private func fault(_ file: FontFile) -> TemplateFault? {
    guard let path = path(of: file), let bytes = FileManager.default.contents(atPath: path) else {
      return TemplateFault(
        .missingFont, file: Self.file, line: file.line,
        Message(
          kk: "қаріп файлы табылмады: \(file.name)", ru: "файл шрифта не найден: \(file.name)",
          en: "the font file was not found: \(file.name)"), hint: file.packageHint)
    }
    let sum = Array(SHA256.hash(data: bytes))
    guard sum != file.sha256 else { return nil }
    let digits = Hex.text(sum)
    return TemplateFault(
      .otherFont, file: Self.file, line: file.line,
      Message(
        kk: "қаріп файлының басқа нұсқасы: \(path), SHA-256 \(digits)",
        ru: "другая версия файла шрифта: \(path), SHA-256 \(digits)",
        en: "another version of the font file: \(path), SHA-256 \(digits)"),
      hint: file.versionHint)
  }
}

extension FontFile {
  /// Where the file comes from.
  public var packageHint: Message {
    guard let package else {
      return Message(
        kk: "файлды үлгілер қалтасына немесе «folders» қалталарының біріне салыңыз",
        ru: "положите файл в папку шаблонов или в одну из папок «folders»",
        en: "put the file into the templates folder or into one of the 'folders'")
    }
    return Message(
      kk: "«\(package)» пакетін орнатыңыз («make setup» барлығын орнатады)",
      ru: "установите пакет «\(package)» («make setup» ставит все)",
      en: "install the package '\(package)' ('make setup' installs them all)")
  }

  /// What to do about another version of the file.
  var versionHint: Message {
    let source = package.map { " (\($0))" } ?? ""
    return Message(
      kk:
        "бұрынғы файлды қайтарыңыз\(source); жаңасы керек болса, оның SHA-256 мәнін жазып, «tamga templates check» іске қосыңыз",
      ru:
        "верните прежний файл\(source); если нужен новый, впишите его SHA-256 и запустите «tamga templates check»",
      en:
        "bring the former file back\(source); if the new one is meant, write its SHA-256 there and run 'tamga templates check'"
    )
  }
}
