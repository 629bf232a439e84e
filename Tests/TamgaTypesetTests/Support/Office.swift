import Foundation
import TamgaDomain
import TamgaTemplates

@testable import TamgaLayout

/// The project's own templates, fonts and folders, found from this file.
enum Office {
  static let tests = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent()
  static let templates = tests.deletingLastPathComponent().deletingLastPathComponent()
    .appending(path: "Templates")

  private static let read = Result { try TemplateLibrary.read(folder: templates.path()) }

  /// Read once for all tests.
  static func library() throws -> TemplateLibrary { try read.get() }

  static func typesetter() throws -> Typesetter { try Typesetter(fonts: library().shared.fonts) }

  static let documents = (try? library().templates.keys.sorted()) ?? []

  static let checkCode = "7K3F-9Q2P"
  /// Of a seal.
  static let id = (1...16).map(UInt8.init)

  static let body = IssuingBody(
    code: "B", kind: .police, place: "ALA",
    name: Bilingual(
      kk: "Алматы қаласы Полиция департаментінің Көші-қон қызметі басқармасы",
      ru: "Управление миграционной службы Департамента полиции города Алматы"))
}

extension Composition {
  /// Adds the strip, or the foot of a form without a code.
  func completeAsIssued() {
    if document.kind.isSealed {
      _ = complete(checkCode: Office.checkCode)
    } else {
      completeWithoutSeal()
    }
  }
}
