#pragma once
#include <sys/file.h>
#include <unistd.h>
// A GNU extension, which Swift's C library module does not show.
extern int syncfs(int descriptor);
