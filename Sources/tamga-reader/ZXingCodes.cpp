// QR codes of a grey picture, by zxing-cpp.
#define ZX_USE_UTF8 1
#include <ZXing/ReadBarcode.h>

#include "Symbols.hpp"

void read_by_zxing(const Session &session) {
  ZXing::DecodeHints hints;
  hints.setFormats(ZXing::BarcodeFormat::QRCode);
  hints.setMaxNumberOfSymbols(TAMGA_READER_SYMBOLS);
  const ZXing::ImageView view(
      session.input, static_cast<int>(session.begin.width), static_cast<int>(session.begin.height),
      ZXing::ImageFormat::Lum);
  Symbols symbols(session);
  for (const auto &result : ZXing::ReadBarcodes(view, hints)) {
    if (!result.isValid()) continue;
    int x = 0, y = 0;
    for (const auto &corner : result.position()) {
      x += corner.x / 4;
      y += corner.y / 4;
    }
    symbols.add(x, y, result.bytes().data(), result.bytes().size());
  }
  symbols.answer();
}
