public import TamgaDomain
public import TamgaTemplates

/// A paper laid out but not yet sealed: its text is final, its strip and its code are not there.
public final class Composition {
  public let document: FilledDocument
  public private(set) var pages: [Page]
  /// False until the foot of the pages is there.
  package private(set) var isComplete = false
  package let workerCache: WorkerCache
  let fonts: FontLibrary
  /// nil for one that has its numbers.
  let numbers: NumberedTexts?
  /// Of the pages after the first of a language.
  let heads: [PageHead]

  init(
    document: FilledDocument, pages: [Page], numbers: NumberedTexts?, heads: [PageHead],
    fonts: FontLibrary, workerCache: WorkerCache
  ) {
    self.document = document
    self.pages = pages
    self.numbers = numbers
    self.heads = heads
    self.fonts = fonts
    self.workerCache = workerCache
  }

  public var pageCount: Int { pages.count }

  /// Adds the seal strip to every page. To be called once.
  ///
  /// - Parameter checkCode: The check code as printed.
  /// - Returns: What each page prints, in drawing order: the input of the seal's digest.
  public func complete(checkCode: String) -> [String] {
    precondition(!isComplete, "a composition is completed once")
    isComplete = true
    let strip = SealStrip(document: document, fonts: fonts)
    for index in pages.indices {
      pages[index].items += strip.items(checkCode: checkCode, page: index + 1, of: pages.count)
    }
    return pages.map(\.text)
  }

  /// The languages of what the pages print, in drawing order.
  public var languageRuns: LanguageRuns {
    var runs = LanguageRuns()
    for page in pages {
      var language: String?
      for item in page.items {
        switch item {
        case .open(let element): language = element.outermost.language.rawValue
        case .text(let text, let line, _, _):
          if let language { runs.add(text.lines[line].text, in: language) }
        case .rule, .frame, .emblem: break
        }
      }
    }
    return runs
  }

  /// Adds the foot of a form that carries no code, or of a preview. To be called once.
  public func completeWithoutSeal() {
    precondition(!isComplete, "a composition is completed once")
    isComplete = true
    let foot = FormFoot(document: document, fonts: fonts)
    for index in pages.indices {
      pages[index].items += foot.items(page: index + 1, of: pages.count)
    }
  }

  /// Lines with their place in millimetres, page by page: for golden tests.
  public var placedLines: [[String]] { pages.map(\.placedLines) }

  /// The kind's title in the languages of the paper, with the number where the paper has one.
  public func title(hasNumber: Bool) -> String {
    let titles = document.parts.map { part in
      part.language == .kk ? document.kind.title.kk : document.kind.title.ru
    }
    return titles.joined(separator: " / ") + (hasNumber ? " № " + document.number : "")
  }

  /// Of the paper, in its order.
  public var languages: [Language] { document.parts.map(\.language) }

  /// The issuing body in the languages of the paper; nil for a form that no office issues.
  public var author: String? {
    document.author.map { author in
      document.parts.map { author[$0.language] }.joined(separator: " / ")
    }
  }

  /// The words that stand across every page of a preview.
  package var watermark: ShapedText {
    let words = document.parts.map { document.phrases.notValid[$0.language] }
    return fonts.text(
      [
        Stretch(
          text: words.joined(separator: " / "), letters: Letters(.sansBold, Style.preview))
      ], width: nil, shade: Style.previewShade)
  }
}

/// What the maker of files keeps from one paper of a worker to the next: subsets of fonts, drawn
/// lines. Layout only carries it along.
package final class WorkerCache {
  package var value: AnyObject?
}
