// What the file is made of: poppler tells what a page shows, not by what means.
#include "Objects.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

// Loaded when it is needed: see CLoader.
#include <qpdf/DLL.h>
#undef QPDF_DLL
#define QPDF_DLL __attribute__((visibility("default"), weak))
#include <qpdf/Pl_Function.hh>
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>

namespace {

/// Bytes of the list: a print run of 300 papers has 3 MB.
constexpr size_t kList = 8u << 20;

struct Overflow : std::exception {};

/// Bytes put one after the other into the region, no more than fit.
struct Sink {
  uint8_t *region;
  size_t size;
  size_t used = 0;

  void put(const void *bytes, size_t count) {
    if (count > size - used) throw Overflow();
    std::memcpy(region + used, bytes, count);
    used += count;
  }
  void put(const std::string &text) { put(text.data(), text.size()); }
};

Answer done(const Sink &sink, int flaws) { return Answer{TAMGA_PDF_OK, flaws, 0, sink.used}; }
Answer failed(tamga_pdf_status status) { return Answer{status, 0, 0, 0}; }

}  // namespace

Objects::Objects(const uint8_t *bytes, size_t count) : file(std::make_unique<QPDF>()) {
  file->setSuppressWarnings(true);
  // What one reader repairs another shows otherwise.
  file->setAttemptRecovery(false);
  try {
    file->processMemoryFile("input", reinterpret_cast<const char *>(bytes), count);
    // A file written for the web names its second table in the same way (ISO 32000-1, annex F).
    updated = file->getTrailer().hasKey("/Prev") && !file->isLinearized();
  } catch (const std::bad_alloc &) {
    throw;
  } catch (const std::exception &) {
    file.reset();
  }
}

Objects::~Objects() = default;

Answer Objects::list(uint8_t *region, size_t size) {
  Sink sink{region, std::min(size, kList)};
  if (!file) return done(sink, TAMGA_PDF_UNSOUND);
  try {
    sink.put(file->getTrailer().unparseResolved() + "\n");
    for (auto &object : file->getAllObjects()) {
      auto id = object.getObjGen();
      sink.put(std::to_string(id.getObj()) + " " + std::to_string(id.getGen()) + " ");
      if (object.isStream()) {
        sink.put("stream " + object.getDict().unparseResolved() + "\n");
      } else {
        sink.put(object.unparseResolved() + "\n");
      }
    }
  } catch (const Overflow &) {
    return failed(TAMGA_PDF_TOO_LARGE);
  } catch (const std::bad_alloc &) {
    throw;
  } catch (const std::exception &) {
    return done(Sink{region, size}, TAMGA_PDF_UNSOUND);
  }
  int flaws = updated ? TAMGA_PDF_UPDATED : 0;
  if (file->anyWarnings()) flaws |= TAMGA_PDF_UNSOUND;
  return done(sink, flaws);
}

Answer Objects::stream(int id, int generation, uint8_t *region, size_t size) {
  if (!file) return failed(TAMGA_PDF_DAMAGED);
  Sink sink{region, size};
  try {
    auto object = file->getObjectByID(id, generation);
    if (!object.isStream()) return failed(TAMGA_PDF_DAMAGED);
    Pl_Function pipe("region", nullptr, [&sink](const unsigned char *bytes, size_t count) {
      sink.put(bytes, count);
    });
    bool filtered = false;
    bool whole = object.pipeStreamData(&pipe, &filtered, 0, qpdf_dl_generalized, true, false);
    if (!whole || !filtered) return failed(TAMGA_PDF_DAMAGED);
  } catch (const Overflow &) {
    return failed(TAMGA_PDF_TOO_LARGE);
  } catch (const std::bad_alloc &) {
    throw;
  } catch (const std::exception &) {
    return failed(TAMGA_PDF_DAMAGED);
  }
  return done(sink, 0);
}
