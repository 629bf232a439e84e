internal import CCairo
import TamgaVersion

/// What made a file, as its metadata say it (ISO 32000-1, 14.3.3).
enum Producer {
  /// `cairo 1.16.0; Tamga 0.9.0`
  static let name = "cairo \(String(cString: cairo_version_string())); Tamga \(Version.current)"
}
