internal import CCairo
import TamgaLayout

/// A neutral mark in the place of the emblem that an office supplies: a tamga in two rings.
enum Emblem {
  /// Draws it from its top left.
  ///
  /// - Parameter size: The outer diameter, points.
  static func draw(on cairo: OpaquePointer, size: Double) {
    let radius = size / 2
    cairo_save(cairo)
    cairo_translate(cairo, radius, radius)
    cairo_set_source_rgb(cairo, Style.ink, Style.ink, Style.ink)
    cairo_set_line_width(cairo, size * 0.045)
    cairo_new_path(cairo)
    cairo_arc(cairo, 0, 0, radius * 0.95, 0, 2 * .pi)
    cairo_stroke(cairo)
    cairo_set_line_width(cairo, size * 0.018)
    cairo_arc(cairo, 0, 0, radius * 0.82, 0, 2 * .pi)
    cairo_stroke(cairo)
    cairo_set_line_width(cairo, size * 0.075)
    cairo_move_to(cairo, 0, -radius * 0.52)
    cairo_line_to(cairo, 0, radius * 0.56)
    cairo_stroke(cairo)
    cairo_move_to(cairo, -radius * 0.36, -radius * 0.46)
    cairo_line_to(cairo, -radius * 0.36, -radius * 0.12)
    cairo_curve_to(
      cairo, -radius * 0.36, radius * 0.38, radius * 0.36, radius * 0.38, radius * 0.36,
      -radius * 0.12)
    cairo_line_to(cairo, radius * 0.36, -radius * 0.46)
    cairo_stroke(cairo)
    cairo_restore(cairo)
  }
}
