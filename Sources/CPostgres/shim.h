#pragma once
#include <stdint.h>
#include <stdio.h>
// Loaded when it is needed: see CLoader.
#pragma clang attribute push(__attribute__((weak)), apply_to = function)
#include <postgresql/libpq-fe.h>
#pragma clang attribute pop
