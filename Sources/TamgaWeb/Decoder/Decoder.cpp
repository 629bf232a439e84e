// The QR codes of a grey picture, for the check page's worker.
#include <emscripten.h>

#include <algorithm>
#include <string>

#include "MultiFormatReader.h"
#include "ReadBarcode.h"
#include "qrcode/QRReader.h"

// zxing's own file of this class names the readers of all formats.
namespace ZXing {

MultiFormatReader::MultiFormatReader(const ReaderOptions& options) : _opts(options) {
  _readers.emplace_back(new QRCode::Reader(options, true));
}

MultiFormatReader::~MultiFormatReader() = default;

Result MultiFormatReader::read(const BinaryBitmap& image) const {
  return _readers.front()->decode(image);
}

Results MultiFormatReader::readMultiple(const BinaryBitmap& image, int most) const {
  return _readers.front()->decode(image, most);
}

}  // namespace ZXing

namespace {
// More codes than a sheet of papers has.
constexpr int mostCodes = 16;
std::string answer;
}  // namespace

/// What was found, with U+001F between: `+TEXT` for a code that was read, `-` for one that was seen and not read.
///
/// `grey`: a byte for each pixel, rows from the top without gaps.
extern "C" EMSCRIPTEN_KEEPALIVE const char* tamga_decode(
    const unsigned char* grey, int width, int height) {
  answer.clear();
  try {
    ZXing::ReaderOptions options;
    options.setFormats(ZXing::BarcodeFormat::QRCode)
        .setTryHarder(true)
        .setTryRotate(true)
        .setTryInvert(true)
        .setTryDownscale(true)
        .setReturnErrors(true)
        .setMaxNumberOfSymbols(mostCodes);
    const ZXing::ImageView picture(grey, width, height, ZXing::ImageFormat::Lum);
    for (const auto& code : ZXing::ReadBarcodes(picture, options)) {
      if (!answer.empty()) answer += '\x1F';
      answer += code.isValid() ? '+' + code.text(ZXing::TextMode::Plain) : std::string("-");
    }
  } catch (...) {
    // What was found before stays.
  }
  return answer.c_str();
}
