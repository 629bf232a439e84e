#pragma once

#include <cstdint>
#include <list>
#include <vector>

#include <poll.h>
#include <sys/types.h>

#include "CReader.h"

/// The children of the reader: one for each file of a stranger.
class Children {
public:
  /// To be made before files are forbidden: the address space is read from /proc.
  Children();

  /// Starts a child for `begin`. Owns the descriptors: session socket, life socket, input, perhaps region.
  void start(const tamga_reader_begin &begin, const std::vector<int> &files);

  /// Adds the life sockets to what is waited for.
  void add_sockets(std::vector<pollfd> &sockets) const;
  /// Milliseconds until the next deadline; -1 where there is none.
  int milliseconds_left() const;

  /// Kills those whose client has gone or whose time is over.
  void kill_overdue();
  /// Reports those that have ended.
  void reap();
  void kill_all();

private:
  struct Child {
    pid_t pid;
    int life;
    int64_t deadline;
    /// Its client wants no answer any more.
    bool is_left;
    bool is_overdue;

    bool is_killed() const { return is_left || is_overdue; }
  };

  size_t address_space() const;

  std::list<Child> children;
  /// /proc/self/statm, -1 where that is not there.
  int memory_file;
};
