#include "Session.hpp"

#include <sys/socket.h>
#include <unistd.h>

void Session::answer(uint32_t number, tamga_reader_answer answer) const {
  answer.head = {sizeof answer, TAMGA_READER_VERSION};
  answer.number = number;
  if (send(socket, &answer, sizeof answer, MSG_NOSIGNAL) != sizeof answer) _exit(1);
}
