internal import CCairo
import TamgaLayout

/// What is drawn besides text, from its top left; lengths are points.
enum Shape: Hashable {
  case rule(width: Double, thickness: Double, shade: Double)
  case frame(width: Double, height: Double)
  case emblem(size: Double)

  static let frameThickness = 0.8

  func draw(on cairo: OpaquePointer) {
    switch self {
    case .rule(let width, let thickness, let shade):
      cairo_set_source_rgb(cairo, shade, shade, shade)
      cairo_rectangle(cairo, 0, 0, width, thickness)
      cairo_fill(cairo)
    case .frame(let width, let height):
      cairo_set_source_rgb(cairo, Style.ink, Style.ink, Style.ink)
      cairo_set_line_width(cairo, Self.frameThickness)
      cairo_rectangle(cairo, 0, 0, width, height)
      cairo_stroke(cairo)
    case .emblem(let size): Emblem.draw(on: cairo, size: size)
    }
  }
}
