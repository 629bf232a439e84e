#pragma once

#include <memory>

#include "Session.hpp"

class QPDF;

/// The objects of a file as qpdf reads them, without any repair.
class Objects {
public:
  explicit Objects(const Session &session);
  ~Objects();

  /// Writes the trailer and all objects to the region.
  tamga_reader_answer list(const Session &session);
  /// Writes the data of a stream to the region.
  tamga_reader_answer stream(const Session &session, int id, int generation);

private:
  std::unique_ptr<QPDF> file;
  bool updated = false;
};
