// Words of a picture, by the program Tesseract.
#include "Session.hpp"

#include <unistd.h>

void become_tesseract(const Session &session) {
  // It reads the file from its beginning and writes the region, whose offset then says how far.
  dup2(session.input_file, 0);
  dup2(session.region_file, 1);
  static const char *const programs[] = {"/usr/bin/tesseract", "/usr/local/bin/tesseract"};
  static const char *const environment[] = {"OMP_THREAD_LIMIT=1", "LC_ALL=C", nullptr};
  for (const char *program : programs) {
    const char *const arguments[] = {program, "stdin", "stdout", "-l", "kaz+rus+eng", "--psm", "4",
                                     "tsv",   nullptr};
    execve(program, const_cast<char *const *>(arguments), const_cast<char *const *>(environment));
  }
}
