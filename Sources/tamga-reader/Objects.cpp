// What the file is made of: poppler tells what a page shows, not by what means.
#include "Objects.hpp"

#include <algorithm>
#include <cstring>
#include <stdexcept>
#include <string>

#define POINTERHOLDER_TRANSITION 4
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

tamga_reader_answer done(const Sink &sink, uint32_t flaws) {
  auto answer = status_answer(TAMGA_READER_OK);
  answer.width = flaws;
  answer.count = sink.used;
  return answer;
}

}  // namespace

Objects::Objects(const Session &session) : file(std::make_unique<QPDF>()) {
  file->setSuppressWarnings(true);
  // What one reader repairs another shows otherwise.
  file->setAttemptRecovery(false);
  try {
    file->processMemoryFile(
        "input", reinterpret_cast<const char *>(session.input), session.input_size());
    // A file written for the web names its second table in the same way (ISO 32000-1, annex F).
    updated = file->getTrailer().hasKey("/Prev") && !file->isLinearized();
  } catch (const std::bad_alloc &) {
    throw;
  } catch (const std::exception &) {
    file.reset();
  }
}

Objects::~Objects() = default;

tamga_reader_answer Objects::list(const Session &session) {
  Sink sink{session.region, std::min(session.region_size(), kList)};
  if (!file) return done(sink, TAMGA_READER_UNSOUND);
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
    return status_answer(TAMGA_READER_LARGE);
  } catch (const std::bad_alloc &) {
    throw;
  } catch (const std::exception &) {
    return done(Sink{session.region, 0}, TAMGA_READER_UNSOUND);
  }
  uint32_t flaws = updated ? TAMGA_READER_UPDATED : 0;
  if (file->anyWarnings()) flaws |= TAMGA_READER_UNSOUND;
  return done(sink, flaws);
}

tamga_reader_answer Objects::stream(const Session &session, int id, int generation) {
  if (!file) return status_answer(TAMGA_READER_DAMAGED);
  Sink sink{session.region, session.region_size()};
  try {
    auto object = file->getObjectByID(id, generation);
    if (!object.isStream()) return status_answer(TAMGA_READER_DAMAGED);
    Pl_Function pipe("region", nullptr, [&sink](const unsigned char *bytes, size_t count) {
      sink.put(bytes, count);
    });
    bool filtered = false;
    bool whole = object.pipeStreamData(&pipe, &filtered, 0, qpdf_dl_generalized, true, false);
    if (!whole || !filtered) return status_answer(TAMGA_READER_DAMAGED);
  } catch (const Overflow &) {
    return status_answer(TAMGA_READER_LARGE);
  } catch (const std::bad_alloc &) {
    throw;
  } catch (const std::exception &) {
    return status_answer(TAMGA_READER_DAMAGED);
  }
  return done(sink, 0);
}
