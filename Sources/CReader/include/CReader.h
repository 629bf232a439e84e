// The protocol between `tamga` and `tamga-reader`, and the system calls of its client that Swift cannot
// express. The page Reader.md of TamgaReader describes both sides.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/types.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Raised with every change of a message; the two programs are installed together.
#define TAMGA_READER_VERSION 1
/// The descriptor on which the reader finds its control socket.
#define TAMGA_READER_CONTROL 3
/// Symbols read from one picture: a page of a paper has one.
#define TAMGA_READER_SYMBOLS 32

/// Every message is one packet of a SOCK_SEQPACKET socket and begins with its own length in bytes and the
/// version; numbers are in the machine's byte order, since both ends run on one machine.
typedef struct {
  uint32_t length;
  uint32_t version;
} tamga_reader_head;

/// What a child of the reader is started for.
enum tamga_reader_task {
  /// Opens a PDF; further requests follow on the session socket.
  TAMGA_READER_PDF = 1,
  /// Decodes a picture to three bytes a pixel.
  TAMGA_READER_PICTURE = 2,
  /// Reads QR codes of a grey picture by zxing-cpp.
  TAMGA_READER_ZXING = 3,
  /// Reads QR codes of a grey picture by ZBar.
  TAMGA_READER_ZBAR = 4,
  /// Runs Tesseract on a PGM file; what it prints is written to the region.
  TAMGA_READER_OCR = 5,
};

/// What the reader can do here, its first message.
typedef struct {
  tamga_reader_head head;
  /// A sum of `tamga_reader_guard`.
  uint32_t guards;
  uint32_t reserved;
} tamga_reader_hello;

/// What confines the children beside their resource limits, where the kernel has it.
enum tamga_reader_guard {
  /// System calls: no network, no other programs, no writing of files.
  TAMGA_READER_SECCOMP = 1,
  /// Files: only the system's libraries, fonts and OCR data can be opened.
  TAMGA_READER_LANDLOCK = 2,
};

/// Starts a child. Three descriptors come with it: the session socket, the life socket, the input; and a
/// fourth, the region, for answers of many bytes.
typedef struct {
  tamga_reader_head head;
  uint32_t task;
  /// By the clock, and of a processor; the child is killed after either.
  uint32_t milliseconds;
  uint32_t processor_milliseconds;
  /// `tamga_reader_format` of a picture.
  uint32_t format;
  /// Bytes of the two files in memory.
  uint64_t input;
  uint64_t region;
  /// Of a grey picture in the input, one byte a pixel without padding.
  uint32_t width;
  uint32_t height;
  /// Of a picture to decode: pixels allowed, pixels kept, pixels × scans of a JPEG.
  uint64_t pixels;
  uint64_t kept;
  uint64_t work;
} tamga_reader_begin;

enum tamga_reader_format {
  TAMGA_READER_PNG = 1,
  TAMGA_READER_JPEG,
  TAMGA_READER_WEBP,
  TAMGA_READER_TIFF,
  TAMGA_READER_GIF,
  TAMGA_READER_BMP,
  TAMGA_READER_HEIF,
};

/// A request within the session of a PDF.
typedef struct {
  tamga_reader_head head;
  uint32_t number;
  uint32_t operation;
  /// A page from 0, or the number of an object.
  int32_t index;
  int32_t generation;
  double dpi;
  uint64_t pixels;
} tamga_reader_request;

enum tamga_reader_operation {
  /// The text of a page in the order of drawing, UTF-16 in the machine's byte order.
  TAMGA_READER_TEXT = 1,
  /// A page, three bytes a pixel.
  TAMGA_READER_RENDER = 2,
  /// The trailer and all objects, one a line, in the syntax of PDF.
  TAMGA_READER_OBJECTS = 3,
  /// The data of a stream with its general filters undone.
  TAMGA_READER_STREAM = 4,
};

/// What a child answers on the session socket: number 0 for the task itself, else that of the request.
/// The bytes of an answer stand at the beginning of the region.
typedef struct {
  tamga_reader_head head;
  uint32_t number;
  uint32_t status;
  /// Pixels of a picture; `flaws` of a file's objects in `width`.
  uint32_t width;
  uint32_t height;
  /// Bytes in the region; of an opened PDF its pages.
  uint64_t count;
} tamga_reader_answer;

enum tamga_reader_status {
  TAMGA_READER_OK = 0,
  TAMGA_READER_DAMAGED = 1,
  /// The PDF asks for a password.
  TAMGA_READER_ENCRYPTED = 2,
  /// No such page, or one that cannot be read.
  TAMGA_READER_NO_PAGE = 3,
  /// The answer is larger than the region, or a page larger than a renderer takes.
  TAMGA_READER_LARGE = 4,
  /// No loader for the format is installed.
  TAMGA_READER_NO_LOADER = 5,
  /// More pixels than allowed; `width` and `height` say how many.
  TAMGA_READER_PIXELS = 6,
  /// More pixels × scans than allowed; `count` says how many scans.
  TAMGA_READER_SCANS = 7,
};

/// Flaws of a file as a whole.
enum tamga_reader_flaw {
  /// Not written as ISO 32000-1 has it: a reader must guess, and readers guess differently.
  TAMGA_READER_UNSOUND = 1,
  /// An update was appended (ISO 32000-1, 7.5.6).
  TAMGA_READER_UPDATED = 2,
};

/// One QR code in the region, followed by `count` bytes; the middle in pixels.
typedef struct {
  int32_t x;
  int32_t y;
  uint32_t count;
} tamga_reader_symbol;

/// What became of a child: the only message on the life socket, which the child itself does not have.
///
/// The client half-closes the life socket to have the child killed.
typedef struct {
  tamga_reader_head head;
  uint32_t ended;
  /// The exit status or the signal.
  int32_t status;
  /// Processor time, user and system, as the kernel counted it (wait4).
  uint64_t microseconds;
} tamga_reader_end;

enum tamga_reader_ended {
  TAMGA_READER_EXITED = 0,
  TAMGA_READER_KILLED = 1,
  /// It had used its processor time, or its time by the clock.
  TAMGA_READER_OVERDUE = 2,
  /// It could not be started, or the request was none.
  TAMGA_READER_REFUSED = 3,
};

// The client

/// Starts the program `path` with an own process group, an empty environment, no open files but the end of
/// a socket, whose other end is `*control`.
///
/// \returns The process, or -1 with `errno`.
pid_t tamga_reader_spawn(const char *path, int *control);

/// Shuts the reader down when this process exits and waits for it, so that its processor time counts as that of
/// this process. Called again, it names another reader.
void tamga_reader_at_exit(pid_t pid, int control);
/// Forgets the reader `pid`, which has been ended.
void tamga_reader_at_exit_except(pid_t pid);

/// A connected pair of SOCK_SEQPACKET sockets, closed on exec.
bool tamga_reader_pair(int ends[2]);

/// An empty file in memory; -1 where there is no memory.
int tamga_reader_input(void);
/// Adds bytes to it; false where there is no memory.
bool tamga_reader_input_add(int file, const void *bytes, size_t count);
/// Seals it against every change.
bool tamga_reader_input_seal(int file);

/// A file in memory of `size` bytes that nobody can shrink, so that reading a mapping of it never faults, and
/// the mapping in `*bytes`; -1 where there is no memory. Only what is written takes memory.
int tamga_reader_region(size_t size, void **bytes);

/// Sends one packet with descriptors; false where nobody listens.
bool tamga_reader_send(int socket, const void *bytes, size_t size, const int files[], size_t count);

/// Receives one packet of exactly `size` bytes that begins with `size` and the version, waiting at most so
/// many milliseconds. Descriptors that come with it are dropped.
///
/// \returns 1 for a packet, 0 when the time is over, -1 for the end of the socket or anything else.
int tamga_reader_receive(int socket, void *bytes, size_t size, int milliseconds);

#ifdef __cplusplus
}
#endif
