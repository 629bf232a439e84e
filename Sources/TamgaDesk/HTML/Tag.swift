/// The elements that the desk's pages have. `script` stands in the head alone and takes no content.
public enum Tag: String, Hashable, Sendable, CaseIterable {
  case html, head, meta, title, link, script, body
  case header, nav, main, footer, section, aside, article, figure, figcaption
  case h1, h2, h3, p, ul, ol, li, dl, dt, dd, div, span, a, img, time
  case strong, em, small, code, kbd, output, template
  case form, fieldset, legend, label, input, select, option, optgroup, textarea, button, datalist
  case table, caption, thead, tbody, tr, th, td
  case details, summary, iframe, progress
  case svg, path, rect, line, circle, text, g

  /// An element without content and end.
  var isVoid: Bool {
    switch self {
    case .meta, .link, .img, .input: true
    default: false
    }
  }

  /// The element with its attributes, those that are nil left out, and what stands inside.
  public func callAsFunction(
    _ attributes: Attribute?..., @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    HTML(nodes: [.element(self, attributes.compactMap { $0 }, content().nodes)])
  }

  /// The same with a list of attributes.
  public func with(
    _ attributes: [Attribute], @HTMLBuilder content: () -> HTML = { HTML() }
  ) -> HTML {
    HTML(nodes: [.element(self, attributes, content().nodes)])
  }
}
