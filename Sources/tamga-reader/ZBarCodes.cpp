// QR codes of a grey picture, by ZBar.
#include <zbar.h>

#include "Symbols.hpp"

void read_by_zbar(const Session &session) {
  zbar::zbar_image_scanner_t *scanner = zbar::zbar_image_scanner_create();
  zbar::zbar_image_t *image = zbar::zbar_image_create();
  if (!scanner || !image) throw std::bad_alloc();
  // Other kinds of code are no seals.
  zbar::zbar_image_scanner_set_config(scanner, zbar::ZBAR_NONE, zbar::ZBAR_CFG_ENABLE, 0);
  zbar::zbar_image_scanner_set_config(scanner, zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_ENABLE, 1);
  // Without it ZBar guesses a charset and changes the bytes.
  zbar::zbar_image_scanner_set_config(scanner, zbar::ZBAR_QRCODE, zbar::ZBAR_CFG_BINARY, 1);
  // One byte a pixel.
  zbar::zbar_image_set_format(image, zbar_fourcc('Y', '8', '0', '0'));
  zbar::zbar_image_set_size(image, session.begin.width, session.begin.height);
  zbar::zbar_image_set_data(image, session.input, session.input_size(), nullptr);
  Symbols symbols(session);
  int left = zbar::zbar_scan_image(scanner, image) > 0 ? TAMGA_READER_SYMBOLS : 0;
  const zbar::zbar_symbol_t *symbol = left > 0 ? zbar::zbar_image_first_symbol(image) : nullptr;
  for (; symbol && left > 0; symbol = zbar::zbar_symbol_next(symbol), left--) {
    const auto corners = zbar::zbar_symbol_get_loc_size(symbol);
    int x = 0, y = 0;
    for (unsigned corner = 0; corner < corners; corner++) {
      x += zbar::zbar_symbol_get_loc_x(symbol, corner);
      y += zbar::zbar_symbol_get_loc_y(symbol, corner);
    }
    const int count = corners > 0 ? static_cast<int>(corners) : 1;
    symbols.add(
        x / count, y / count, zbar::zbar_symbol_get_data(symbol),
        zbar::zbar_symbol_get_data_length(symbol));
  }
  symbols.answer();
}
