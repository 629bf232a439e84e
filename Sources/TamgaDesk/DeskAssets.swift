/// The files that every page of the desk asks for. The server gives them under names with the hash of
/// their content.
public enum DeskAssets {
  /// CSS.
  public static var style: String { String(decoding: PackageResources.desk_css, as: UTF8.self) }
  /// ECMAScript, no module.
  public static var script: String { String(decoding: PackageResources.desk_js, as: UTF8.self) }
}
