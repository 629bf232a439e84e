#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// An open PDF: a child process that holds it. Released by `tamga_pdf_close`.
typedef struct tamga_pdf tamga_pdf;

enum tamga_pdf_status {
  TAMGA_PDF_OK = 0,
  /// poppler finds no PDF in the bytes.
  TAMGA_PDF_DAMAGED = 1,
  /// The file asks for a password.
  TAMGA_PDF_ENCRYPTED = 2,
  /// No such page, or a page that cannot be read.
  TAMGA_PDF_NO_PAGE = 3,
  /// The answer is larger than the region given to `tamga_pdf_open`.
  TAMGA_PDF_TOO_LARGE = 4,
  /// Not done in the time given; the document is of no further use.
  TAMGA_PDF_TIMEOUT = 5,
  /// The child died (memory limit, fault) or could not be started.
  TAMGA_PDF_LOST = 6,
  /// poppler or qpdf is not installed here.
  TAMGA_PDF_NO_READER = 7,
};

/// What is wrong with the file as a whole.
enum tamga_pdf_flaw {
  /// Not written as ISO 32000-1 has it: a reader must guess, and readers guess differently.
  TAMGA_PDF_UNSOUND = 1,
  /// An update was appended (ISO 32000-1, 7.5.6).
  TAMGA_PDF_UPDATED = 2,
};

/// Opens a PDF in memory. `bytes` are needed only during this call.
///
/// poppler and qpdf can be neither interrupted nor bounded from inside, and the files come from
/// strangers: they run in a child process that is ended at the first call that overstays its `milliseconds`,
/// may use 320 MB more than its parent and `seconds` of a processor, and whose fault is not ours. Answers come through `region`
/// bytes of shared memory, of which only what is used is real.
tamga_pdf *tamga_pdf_open(
    const uint8_t *bytes, size_t count, size_t region, int milliseconds, int seconds,
    enum tamga_pdf_status *status, int *pages);

/// The text of page `page` (from 0) in the order in which it is drawn, as UTF-16 of `*count` units.
/// `*text` is valid until the next call on this document.
enum tamga_pdf_status tamga_pdf_text(
    tamga_pdf *pdf, int page, int milliseconds, const uint16_t **text, size_t *count);

/// Draws page `page` (from 0) at `dpi`, or less where it would have more than `pixels` pixels.
/// `*rgb` has three bytes a pixel without padding and is valid until the next call.
enum tamga_pdf_status tamga_pdf_render(
    tamga_pdf *pdf, int page, double dpi, int pixels, int milliseconds, const uint8_t **rgb,
    int *width, int *height);

/// What the file is made of, read by qpdf without any repair. `*flaws` is a sum of `tamga_pdf_flaw`.
///
/// One object a line in the syntax of PDF (ISO 32000-1, 7.3): first the trailer, then `id generation
/// object`, of a stream its dictionary after the word `stream`. Valid until the next call.
enum tamga_pdf_status tamga_pdf_objects(
    tamga_pdf *pdf, int milliseconds, const uint8_t **text, size_t *count, int *flaws);

/// The data of a stream, its general filters undone. Valid until the next call.
enum tamga_pdf_status tamga_pdf_stream(
    tamga_pdf *pdf, int id, int generation, int milliseconds, const uint8_t **bytes, size_t *count);

/// Ends the child and frees everything; NULL is allowed.
void tamga_pdf_close(tamga_pdf *pdf);

#ifdef __cplusplus
}
#endif
