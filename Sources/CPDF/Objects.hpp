#pragma once

#include <memory>

#include "Pages.hpp"

class QPDF;

/// The objects of a file as qpdf reads them. Runs in the child only.
class Objects {
public:
  Objects(const uint8_t *bytes, size_t count);
  ~Objects();

  /// Writes the trailer and all objects to the region.
  Answer list(uint8_t *region, size_t size);
  /// Writes the data of a stream to the region.
  Answer stream(int id, int generation, uint8_t *region, size_t size);

private:
  std::unique_ptr<QPDF> file;
  bool updated = false;
};
