#pragma once

#include <cstddef>
#include <cstdint>

/// Resource limits of a child.
struct Limits {
  /// Bytes of address space in all.
  size_t memory;
  /// Of a processor.
  uint32_t milliseconds;
  /// Bytes that may be written to a file.
  size_t file;
  /// Whether the task may start threads; where not, no process either.
  bool threads;
};

/// Sets the limits for good. Faults end the process without a report.
void set_limits(const Limits &limits);

/// Whether the kernel has seccomp filters for this processor.
bool has_seccomp();

/// Refuses every system call that reading does not need, among them all of the network and of other
/// programs: they fail with EPERM. `programs` allows execve, for OCR. False where the kernel has no filters.
bool forbid_system_calls(bool programs);

/// Leaves only the system's programs, libraries, fonts and data to be opened, for reading.
/// False where the kernel has no Landlock.
bool forbid_files();
