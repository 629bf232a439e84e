// Pictures as files, to three bytes a pixel on white paper.
#include "Session.hpp"

#include <algorithm>
#include <cstring>

#include <gdk-pixbuf/gdk-pixbuf.h>

namespace {

/// gdk-pixbuf's name of the loader; only this one is tried, since it also has loaders for SVG and worse.
const char *loader_name(uint32_t format) {
  static const char *const names[] = {nullptr, "png", "jpeg", "webp", "tiff", "gif", "bmp", "heif/avif"};
  return format < sizeof names / sizeof *names ? names[format] : nullptr;
}

/// The smallest whole factor that leaves at most `kept` pixels.
int shrinking_factor(int width, int height, uint64_t kept) {
  int factor = 1;
  while (static_cast<uint64_t>(width / factor) * static_cast<uint64_t>(height / factor) > kept) factor++;
  return factor;
}

/// Start-of-scan markers (ITU-T T.81, B.1.1). Entropy-coded data never holds one; a marker in the
/// camera's own data is counted as well, which does no harm.
uint64_t count_scans(const uint8_t *bytes, size_t count) {
  uint64_t scans = 0;
  for (size_t i = 1; i < count; i++) scans += bytes[i - 1] == 0xFF && bytes[i] == 0xDA;
  return scans;
}

struct Gate {
  const tamga_reader_begin *limits;
  uint64_t scans;
  tamga_reader_answer answer;
};

/// The size, before there are pixels in most loaders.
void size_prepared(GdkPixbufLoader *loader, int width, int height, gpointer context) {
  auto gate = static_cast<Gate *>(context);
  const tamga_reader_begin &limits = *gate->limits;
  const auto area = static_cast<uint64_t>(width) * static_cast<uint64_t>(height);
  gate->answer.width = static_cast<uint32_t>(width);
  gate->answer.height = static_cast<uint32_t>(height);
  if (area > limits.pixels) {
    gate->answer.status = TAMGA_READER_PIXELS;
  } else if (gate->scans > 1 && area > limits.work / gate->scans) {
    gate->answer.status = TAMGA_READER_SCANS;
    gate->answer.count = gate->scans;
  } else if (limits.format == TAMGA_READER_JPEG) {
    // The decoder itself makes a smaller picture; elsewhere that costs more than a whole one.
    const int factor = shrinking_factor(width, height, limits.kept);
    if (factor > 1) {
      gdk_pixbuf_loader_set_size(loader, std::max(1, width / factor), std::max(1, height / factor));
    }
    return;
  } else {
    return;
  }
  // A picture of no size is an error to every loader, before it asks for memory.
  gdk_pixbuf_loader_set_size(loader, 0, 0);
}

struct Rows {
  const uint8_t *pixels;
  int width, height, channels;
  size_t stride;
};

uint32_t on_white(uint32_t value, uint32_t alpha) {
  return alpha == 255 ? value : (value * alpha + 255 * (255 - alpha) + 127) / 255;
}

/// A copy on white paper, every `factor` × `factor` pixels averaged to one.
void copy_shrunk(const Rows &rows, int factor, uint8_t *target) {
  const int columns = std::max(1, rows.width / factor), lines = std::max(1, rows.height / factor);
  const int box_width = std::min(factor, rows.width), box_height = std::min(factor, rows.height);
  const auto area = static_cast<uint32_t>(box_width * box_height);
  const auto step = static_cast<size_t>(rows.channels);
  for (int line = 0; line < lines; line++) {
    for (int column = 0; column < columns; column++) {
      uint32_t sums[3] = {0, 0, 0};
      for (int y = 0; y < box_height; y++) {
        const uint8_t *source = rows.pixels + static_cast<size_t>(line * box_height + y) * rows.stride +
                                static_cast<size_t>(column * box_width) * step;
        for (int x = 0; x < box_width; x++, source += step) {
          const uint32_t alpha = step == 4 ? source[3] : 255;
          for (int i = 0; i < 3; i++) sums[i] += on_white(source[i], alpha);
        }
      }
      for (uint32_t sum : sums) *target++ = static_cast<uint8_t>(sum / area);
    }
  }
}

void copy(const Rows &rows, uint8_t *target) {
  const size_t row = static_cast<size_t>(rows.width) * 3;
  for (int y = 0; y < rows.height; y++) {
    std::memcpy(target + static_cast<size_t>(y) * row, rows.pixels + static_cast<size_t>(y) * rows.stride, row);
  }
}

tamga_reader_answer decode(const Session &session) {
  const tamga_reader_begin &limits = session.begin;
  const char *name = loader_name(limits.format);
  GdkPixbufLoader *loader = name ? gdk_pixbuf_loader_new_with_type(name, nullptr) : nullptr;
  if (!loader) return status_answer(TAMGA_READER_NO_LOADER);
  const bool is_jpeg = limits.format == TAMGA_READER_JPEG;
  Gate gate{
      &limits, is_jpeg ? count_scans(session.input, session.input_size()) : 1,
      status_answer(TAMGA_READER_OK)};
  g_signal_connect(loader, "size-prepared", G_CALLBACK(size_prepared), &gate);
  bool sound = gdk_pixbuf_loader_write(loader, session.input, session.input_size(), nullptr);
  sound = gdk_pixbuf_loader_close(loader, nullptr) && sound;
  if (gate.answer.status != TAMGA_READER_OK) return gate.answer;
  GdkPixbuf *picture = sound ? gdk_pixbuf_loader_get_pixbuf(loader) : nullptr;
  if (picture) picture = gdk_pixbuf_apply_embedded_orientation(picture);
  if (!picture) return status_answer(TAMGA_READER_DAMAGED);
  const Rows rows{
      gdk_pixbuf_read_pixels(picture), gdk_pixbuf_get_width(picture), gdk_pixbuf_get_height(picture),
      gdk_pixbuf_get_n_channels(picture), static_cast<size_t>(gdk_pixbuf_get_rowstride(picture))};
  if (!rows.pixels || rows.width <= 0 || rows.height <= 0 || (rows.channels != 3 && rows.channels != 4)) {
    return status_answer(TAMGA_READER_DAMAGED);
  }
  auto answer = status_answer(TAMGA_READER_OK);
  answer.width = static_cast<uint32_t>(rows.width);
  answer.height = static_cast<uint32_t>(rows.height);
  // Of loaders that tell no size before they are done.
  if (static_cast<uint64_t>(rows.width) * static_cast<uint64_t>(rows.height) > limits.pixels) {
    answer.status = TAMGA_READER_PIXELS;
    return answer;
  }
  const int factor = shrinking_factor(rows.width, rows.height, limits.kept);
  answer.width = static_cast<uint32_t>(std::max(1, rows.width / factor));
  answer.height = static_cast<uint32_t>(std::max(1, rows.height / factor));
  answer.count = static_cast<uint64_t>(answer.width) * answer.height * 3;
  if (answer.count > limits.region) return status_answer(TAMGA_READER_LARGE);
  if (factor == 1 && rows.channels == 3) {
    copy(rows, session.region);
  } else {
    copy_shrunk(rows, factor, session.region);
  }
  return answer;
}

}  // namespace

void decode_picture(const Session &session) { session.answer(0, decode(session)); }
