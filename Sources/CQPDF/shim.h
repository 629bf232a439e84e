#pragma once
#include <string.h>
// Loaded when it is needed: see CLoader.
#pragma clang attribute push(__attribute__((weak)), apply_to = function)
#include <qpdf/qpdf-c.h>
#pragma clang attribute pop
