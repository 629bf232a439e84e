// libpq, the client library of PostgreSQL, opened when a register in PostgreSQL is: see CLate.
#pragma once

#include <postgresql/libpq-fe.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Opens libpq, once; may be called by several threads. False where it is not installed: no other function of
/// this module may be called then.
bool tamga_postgres_open(void);

#ifdef __cplusplus
}
#endif
