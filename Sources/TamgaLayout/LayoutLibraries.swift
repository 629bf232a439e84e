internal import CFontconfig
internal import CPango

/// The libraries that lay papers out.
public enum LayoutLibraries {
  /// `Pango 1.50.12`, `HarfBuzz 6.0.0`, `Fontconfig 2.14.1`: those that run.
  public static var versions: [String] {
    let fontconfig = Int(FcGetVersion())
    return [
      "Pango \(String(cString: pango_version_string()))",
      "HarfBuzz \(String(cString: hb_version_string()))",
      "Fontconfig \(fontconfig / 10_000).\(fontconfig / 100 % 100).\(fontconfig % 100)",
    ]
  }
}
