// The parent: starts the child, asks, waits no longer than allowed, ends it.
#include "CPDF.h"

#include <cerrno>
#include <chrono>
#include <climits>
#include <csignal>
#include <cstring>
#include <memory>
#include <new>
#include <optional>

#include <poll.h>
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include "CChild.h"
#include "CLoader.h"
#include "Pages.hpp"

struct tamga_pdf {
  pid_t child = -1;
  int socket = -1;
  uint8_t *region = nullptr;
  size_t size = 0;
  /// The file, for a child that is begun anew, and its seconds of a processor.
  std::unique_ptr<uint8_t[]> bytes;
  size_t count = 0;
  int seconds = 0;
};

namespace {

using Clock = std::chrono::steady_clock;

/// Nothing from a child that sleeps on a lock which another thread held at the fork.
using MaybeStatus = std::optional<tamga_pdf_status>;

/// Ends the child; every later call on the document answers `LOST`.
///
/// - Returns: Why the child was of no further use.
tamga_pdf_status end(tamga_pdf *pdf) {
  if (pdf->socket >= 0) close(pdf->socket);
  pdf->socket = -1;
  int status = 0;
  if (pdf->child > 0) {
    kill(pdf->child, SIGKILL);
    while (waitpid(pdf->child, &status, 0) < 0 && errno == EINTR) {
    }
  }
  pdf->child = -1;
  const bool spent = WIFSIGNALED(status) && WTERMSIG(status) == SIGXCPU;
  return spent ? TAMGA_PDF_TIMEOUT : TAMGA_PDF_LOST;
}

MaybeStatus receive(tamga_pdf *pdf, Clock::time_point stop, Answer *answer) {
  unsigned long used = TAMGA_CHILD_UNSEEN;
  for (;;) {
    auto left = std::chrono::duration_cast<std::chrono::milliseconds>(stop - Clock::now()).count();
    if (left <= 0) {
      end(pdf);
      return TAMGA_PDF_TIMEOUT;
    }
    pollfd ready{pdf->socket, POLLIN, 0};
    int n = poll(&ready, 1, static_cast<int>(left < TAMGA_CHILD_LOOK ? left : TAMGA_CHILD_LOOK));
    if (n < 0 && errno == EINTR) continue;
    if (n == 0) {
      if (!tamga_child_is_asleep(pdf->child, &used)) continue;
      end(pdf);
      return std::nullopt;
    }
    // SEQPACKET: an answer comes whole or not at all.
    if (n < 0 || recv(pdf->socket, answer, sizeof *answer, 0) != sizeof *answer) return end(pdf);
    return static_cast<tamga_pdf_status>(answer->status);
  }
}

/// Begins a child; its first answer is about the document.
tamga_pdf_status begin(tamga_pdf *pdf, Clock::time_point stop, Answer *answer) {
  MaybeStatus status;
  while (!status) {
    int ends[2];
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends) != 0) return TAMGA_PDF_LOST;
    pdf->socket = ends[0];
    pdf->child = fork();
    // Only what Pages.cpp calls runs in the child: no Swift, no exit hooks.
    if (pdf->child == 0) {
      serve_pages(ends[1], pdf->bytes.get(), pdf->count, pdf->region, pdf->size, pdf->seconds);
    }
    close(ends[1]);
    status = pdf->child > 0 ? receive(pdf, stop, answer) : end(pdf);
  }
  return *status;
}

tamga_pdf_status ask(tamga_pdf *pdf, const Request &request, int milliseconds, Answer *answer) {
  if (!pdf || pdf->child <= 0) return TAMGA_PDF_LOST;
  if (milliseconds <= 0) return TAMGA_PDF_TIMEOUT;
  const auto stop = Clock::now() + std::chrono::milliseconds(milliseconds);
  for (;;) {
    if (send(pdf->socket, &request, sizeof request, MSG_NOSIGNAL) != sizeof request) {
      return end(pdf);
    }
    if (auto status = receive(pdf, stop, answer)) return *status;
    auto status = begin(pdf, stop, answer);
    if (status != TAMGA_PDF_OK) return status;
  }
}

}  // namespace

tamga_pdf *tamga_pdf_open(
    const uint8_t *bytes, size_t count, size_t region, int milliseconds, int seconds,
    enum tamga_pdf_status *status, int *pages) {
  *pages = 0;
  *status = TAMGA_PDF_DAMAGED;
  if (!bytes || count == 0 || count > INT_MAX) return nullptr;
  *status = TAMGA_PDF_TIMEOUT;
  if (milliseconds <= 0) return nullptr;
  const auto stop = Clock::now() + std::chrono::milliseconds(milliseconds);
  *status = TAMGA_PDF_NO_READER;
  if (!tamga_load(TAMGA_LIBPOPPLER) || !tamga_load(TAMGA_LIBQPDF)) return nullptr;
  *status = TAMGA_PDF_LOST;
  auto pdf = new (std::nothrow) tamga_pdf;
  if (!pdf) return nullptr;
  pdf->bytes.reset(new (std::nothrow) uint8_t[count]);
  void *shared = mmap(
      nullptr, region, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  if (shared != MAP_FAILED) {
    pdf->region = static_cast<uint8_t *>(shared);
    pdf->size = region;
  }
  if (!pdf->bytes || !pdf->region) {
    tamga_pdf_close(pdf);
    return nullptr;
  }
  std::memcpy(pdf->bytes.get(), bytes, count);
  pdf->count = count;
  pdf->seconds = seconds;
  Answer answer{};
  *status = begin(pdf, stop, &answer);
  if (*status != TAMGA_PDF_OK) {
    tamga_pdf_close(pdf);
    return nullptr;
  }
  *pages = answer.count > INT_MAX ? INT_MAX : static_cast<int>(answer.count);
  return pdf;
}

enum tamga_pdf_status tamga_pdf_text(
    tamga_pdf *pdf, int page, int milliseconds, const uint16_t **text, size_t *count) {
  Answer answer{};
  auto status = ask(pdf, Request{Request::text, page, 0, 0}, milliseconds, &answer);
  if (status != TAMGA_PDF_OK) return status;
  // The child reads a hostile file: what it says about the region is checked again.
  if (answer.count > pdf->size / sizeof(uint16_t)) return TAMGA_PDF_LOST;
  *text = reinterpret_cast<const uint16_t *>(pdf->region);
  *count = answer.count;
  return TAMGA_PDF_OK;
}

enum tamga_pdf_status tamga_pdf_render(
    tamga_pdf *pdf, int page, double dpi, int pixels, int milliseconds, const uint8_t **rgb,
    int *width, int *height) {
  Answer answer{};
  auto status = ask(pdf, Request{Request::render, page, dpi, pixels}, milliseconds, &answer);
  if (status != TAMGA_PDF_OK) return status;
  if (answer.width <= 0 || answer.height <= 0 ||
      static_cast<size_t>(answer.height) > pdf->size / 3 / static_cast<size_t>(answer.width)) {
    return TAMGA_PDF_LOST;
  }
  *rgb = pdf->region;
  *width = answer.width;
  *height = answer.height;
  return TAMGA_PDF_OK;
}

namespace {

tamga_pdf_status bytes_of(
    tamga_pdf *pdf, const Request &request, int milliseconds, const uint8_t **bytes, size_t *count,
    int *flaws) {
  Answer answer{};
  auto status = ask(pdf, request, milliseconds, &answer);
  if (status != TAMGA_PDF_OK) return status;
  if (answer.count > pdf->size) return TAMGA_PDF_LOST;
  *bytes = pdf->region;
  *count = answer.count;
  if (flaws) *flaws = answer.width;
  return TAMGA_PDF_OK;
}

}  // namespace

enum tamga_pdf_status tamga_pdf_objects(
    tamga_pdf *pdf, int milliseconds, const uint8_t **text, size_t *count, int *flaws) {
  return bytes_of(pdf, Request{Request::objects, 0, 0, 0}, milliseconds, text, count, flaws);
}

enum tamga_pdf_status tamga_pdf_stream(
    tamga_pdf *pdf, int id, int generation, int milliseconds, const uint8_t **bytes,
    size_t *count) {
  return bytes_of(
      pdf, Request{Request::stream, id, 0, generation}, milliseconds, bytes, count, nullptr);
}

void tamga_pdf_close(tamga_pdf *pdf) {
  if (!pdf) return;
  end(pdf);
  if (pdf->region) munmap(pdf->region, pdf->size);
  delete pdf;
}
