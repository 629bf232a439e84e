/// An attribute of an element. Names come from this file alone.
public struct Attribute: Hashable, Sendable {
  let name: String
  /// Nil for an attribute that is there or not: `checked`.
  let value: String?

  private init(_ name: String, _ value: String?) {
    self.name = name
    self.value = value
  }

  /// `data-NAME`: what scripts, tests and the style sheet look at.
  public static func data(_ name: StaticString, _ value: String) -> Attribute {
    Attribute("data-\(name)", value)
  }
  public static func data(_ name: StaticString) -> Attribute { Attribute("data-\(name)", nil) }
  /// `aria-NAME`.
  public static func aria(_ name: StaticString, _ value: String) -> Attribute {
    Attribute("aria-\(name)", value)
  }

  public static func id(_ value: String) -> Attribute { Attribute("id", value) }
  public static func `class`(_ value: String) -> Attribute { Attribute("class", value) }
  public static func lang(_ value: String) -> Attribute { Attribute("lang", value) }
  public static func loading(_ value: String) -> Attribute { Attribute("loading", value) }
  public static func title(_ value: String) -> Attribute { Attribute("title", value) }
  public static func role(_ value: String) -> Attribute { Attribute("role", value) }
  public static let hidden = Attribute("hidden", nil)
  public static func tabindex(_ value: Int) -> Attribute { Attribute("tabindex", "\(value)") }
  public static let autofocus = Attribute("autofocus", nil)

  // MARK: Addresses

  public static func href(_ link: Link) -> Attribute { Attribute("href", link.address) }
  public static func src(_ link: Link) -> Attribute { Attribute("src", link.address) }
  public static func action(_ link: Link) -> Attribute { Attribute("action", link.address) }
  public static func formaction(_ link: Link) -> Attribute {
    Attribute("formaction", link.address)
  }
  public static func rel(_ value: String) -> Attribute { Attribute("rel", value) }
  public static let download = Attribute("download", nil)
  public static let `defer` = Attribute("defer", nil)

  // MARK: Controls

  public static func method(_ value: Method) -> Attribute { Attribute("method", value.rawValue) }
  public static func type(_ value: String) -> Attribute { Attribute("type", value) }
  public static func name(_ value: String) -> Attribute { Attribute("name", value) }
  public static func value(_ value: String) -> Attribute { Attribute("value", value) }
  public static func `for`(_ id: String) -> Attribute { Attribute("for", id) }
  public static func form(_ id: String) -> Attribute { Attribute("form", id) }
  public static func list(_ id: String) -> Attribute { Attribute("list", id) }
  public static func placeholder(_ value: String) -> Attribute { Attribute("placeholder", value) }
  public static func autocomplete(_ value: String) -> Attribute {
    Attribute("autocomplete", value)
  }
  public static func inputmode(_ value: String) -> Attribute { Attribute("inputmode", value) }
  public static func maxlength(_ value: Int) -> Attribute { Attribute("maxlength", "\(value)") }
  public static func minlength(_ value: Int) -> Attribute { Attribute("minlength", "\(value)") }
  public static func pattern(_ value: String) -> Attribute { Attribute("pattern", value) }
  public static func rows(_ value: Int) -> Attribute { Attribute("rows", "\(value)") }
  public static func accept(_ value: String) -> Attribute { Attribute("accept", value) }
  public static func spellcheck(_ value: Bool) -> Attribute { Attribute("spellcheck", "\(value)") }
  public static func autocapitalize(_ value: String) -> Attribute {
    Attribute("autocapitalize", value)
  }
  public static let required = Attribute("required", nil)
  public static let checked = Attribute("checked", nil)
  public static let selected = Attribute("selected", nil)
  public static let multiple = Attribute("multiple", nil)
  public static let disabled = Attribute("disabled", nil)
  public static let readonly = Attribute("readonly", nil)
  public static let novalidate = Attribute("novalidate", nil)
  public static let formnovalidate = Attribute("formnovalidate", nil)
  public static let open = Attribute("open", nil)

  // MARK: Pictures, tables, the head

  public static func alt(_ value: String) -> Attribute { Attribute("alt", value) }
  public static func width(_ value: Int) -> Attribute { Attribute("width", "\(value)") }
  public static func height(_ value: Int) -> Attribute { Attribute("height", "\(value)") }
  public static func scope(_ value: String) -> Attribute { Attribute("scope", value) }
  public static func colspan(_ value: Int) -> Attribute { Attribute("colspan", "\(value)") }
  public static func datetime(_ value: String) -> Attribute { Attribute("datetime", value) }
  public static func charset(_ value: String) -> Attribute { Attribute("charset", value) }
  public static func content(_ value: String) -> Attribute { Attribute("content", value) }
  public static func max(_ value: Int) -> Attribute { Attribute("max", "\(value)") }

  // MARK: Drawings

  public static func viewBox(_ value: String) -> Attribute { Attribute("viewBox", value) }
  public static func d(_ value: String) -> Attribute { Attribute("d", value) }
  public static func x(_ value: Int) -> Attribute { Attribute("x", "\(value)") }
  public static func y(_ value: Int) -> Attribute { Attribute("y", "\(value)") }
  public static func x1(_ value: Int) -> Attribute { Attribute("x1", "\(value)") }
  public static func x2(_ value: Int) -> Attribute { Attribute("x2", "\(value)") }
  public static func y1(_ value: Int) -> Attribute { Attribute("y1", "\(value)") }
  public static func y2(_ value: Int) -> Attribute { Attribute("y2", "\(value)") }

  public enum Method: String, Sendable {
    case get, post
  }
}
