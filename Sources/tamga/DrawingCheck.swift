import TamgaDomain
import TamgaLayout
import TamgaPDF
import TamgaTemplates

/// Whether the libraries of layout and drawing give papers as they did when Tamga was tested: a new version that an
/// update of the system brings must not make papers that no verifier takes.
enum DrawingCheck {
  enum Result {
    /// These versions were tested.
    case tested
    /// Other ones, and the fixed paper is drawn as it was.
    case same
    /// The fixed paper is drawn otherwise.
    case changed
  }

  static func result(_ library: TemplateLibrary) throws -> Result {
    guard TestedDrawing.versions != TestedDrawing.tested else { return .tested }
    let paper = try library.typesetter().compose(FontSpecimen.fixed(shared: library.shared))
    return try TestedDrawing.isSame(paper) ? .same : .changed
  }

  /// Before papers are issued: where they would be drawn otherwise, some are issued and verified for trial.
  ///
  /// - Throws: ``TemplateFaults`` where those are not verified.
  static func look(_ library: TemplateLibrary) throws {
    guard try result(library) == .changed else { return }
    try FontTrial.run(library)
    Terminal.say(words, .warning)
  }

  static var words: Message {
    let (versions, tested) = (TestedDrawing.versions, TestedDrawing.tested)
    return Message(
      kk:
        "салу кітапханаларының нұсқасы басқа, құжаттар сыналғандағыдан өзгеше салынады: \(versions); сыналғаны: \(tested)",
      ru:
        "версии библиотек рисования другие, и документы рисуются не так, как при испытаниях: \(versions); испытаны: \(tested)",
      en:
        "the drawing libraries are other versions, and papers are drawn otherwise than tested: \(versions); tested: \(tested)"
    )
  }
}
