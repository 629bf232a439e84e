#pragma once

#include <cstring>
#include <stdexcept>

#include "Session.hpp"

/// QR codes put one after the other into the region.
class Symbols {
public:
  explicit Symbols(const Session &session) : session(session) {}

  void add(int x, int y, const void *bytes, size_t count) {
    const tamga_reader_symbol head{x, y, static_cast<uint32_t>(count)};
    put(&head, sizeof head);
    put(bytes, count);
  }

  void answer() const {
    auto answer = status_answer(TAMGA_READER_OK);
    answer.count = used;
    session.answer(0, answer);
  }

private:
  void put(const void *bytes, size_t count) {
    if (count > session.region_size() - used) throw std::length_error("region");
    std::memcpy(session.region + used, bytes, count);
    used += count;
  }

  const Session &session;
  size_t used = 0;
};

