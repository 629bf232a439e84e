#pragma once

#include <cstddef>
#include <cstdint>

#include "CReader.h"

/// What a child works with: the socket on which it answers, the file that it reads, the region for its answers.
struct Session {
  int socket;
  /// The file behind `input`, and behind `region`.
  int input_file;
  int region_file;
  const uint8_t *input;
  uint8_t *region;
  tamga_reader_begin begin;

  size_t input_size() const { return static_cast<size_t>(begin.input); }
  size_t region_size() const { return static_cast<size_t>(begin.region); }

  /// Sends an answer to request `number`; ends the process where nobody listens.
  void answer(uint32_t number, tamga_reader_answer answer) const;
};

/// An answer without more.
inline tamga_reader_answer status_answer(tamga_reader_status status) {
  return tamga_reader_answer{{}, 0, static_cast<uint32_t>(status), 0, 0, 0};
}

// The tasks of `tamga_reader_task`, each in a child of its own. What they throw ends the child.

/// Opens the PDF and answers requests until the socket is closed.
void serve_document(const Session &session);
void decode_picture(const Session &session);
void read_by_zxing(const Session &session);
void read_by_zbar(const Session &session);
/// Becomes Tesseract. Returns where it is not installed.
void become_tesseract(const Session &session);
