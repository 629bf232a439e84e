// libpq, the client library of PostgreSQL, opened when a register in PostgreSQL is: only such an office needs
// it, and the 23 libraries that it brings (Kerberos, LDAP, TLS) would be linked at each start of each command.
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
