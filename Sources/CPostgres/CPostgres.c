// The functions of libpq that the register calls, under their own names: each looks up the one of the library
// when it is first called. The compiler compares them with the declarations in the library's header.
#include "CPostgres.h"

#include <dlfcn.h>
#include <stdatomic.h>
#include <stdlib.h>

static _Atomic(void *) library;

bool tamga_postgres_open(void) {
  if (atomic_load(&library)) return true;
  // Opened twice it is the same one.
  void *opened = dlopen("libpq.so.5", RTLD_NOW | RTLD_LOCAL);
  if (opened) atomic_store(&library, opened);
  return opened;
}

/// Ends the process where the library has no such function: it is older than the header.
static void *find(const char *name) {
  void *function = dlsym(atomic_load(&library), name);
  if (!function) {
    fprintf(stderr, "tamga: error: libpq.so.5 has no %s\n", name);
    exit(EXIT_FAILURE);
  }
  return function;
}

#define FORWARD(result, name, parameters, arguments)                   \
  result name parameters {                                             \
    static _Atomic(void *) known;                                      \
    void *function = atomic_load(&known);                              \
    if (!function) atomic_store(&known, function = find(#name));       \
    return ((result(*) parameters)function)arguments;                  \
  }

// The connection
FORWARD(PQconninfoOption *, PQconninfoParse, (const char *text, char **error), (text, error))
FORWARD(void, PQconninfoFree, (PQconninfoOption * options), (options))
FORWARD(
    PGconn *, PQconnectdbParams, (const char *const *names, const char *const *values, int expand),
    (names, values, expand))
FORWARD(void, PQfinish, (PGconn * connection), (connection))
FORWARD(ConnStatusType, PQstatus, (const PGconn *connection), (connection))
FORWARD(PGTransactionStatusType, PQtransactionStatus, (const PGconn *connection), (connection))
FORWARD(char *, PQerrorMessage, (const PGconn *connection), (connection))
FORWARD(int, PQsocket, (const PGconn *connection), (connection))
FORWARD(int, PQconsumeInput, (PGconn * connection), (connection))
FORWARD(PGnotify *, PQnotifies, (PGconn * connection), (connection))
FORWARD(void, PQfreemem, (void *memory), (memory))
FORWARD(
    PQnoticeProcessor, PQsetNoticeProcessor,
    (PGconn * connection, PQnoticeProcessor processor, void *context), (connection, processor, context))

// Statements
FORWARD(PGresult *, PQexec, (PGconn * connection, const char *query), (connection, query))
FORWARD(
    PGresult *, PQprepare,
    (PGconn * connection, const char *name, const char *query, int count, const Oid *types),
    (connection, name, query, count, types))
FORWARD(
    PGresult *, PQexecPrepared,
    (PGconn * connection, const char *name, int count, const char *const *values, const int *lengths,
     const int *formats, int format),
    (connection, name, count, values, lengths, formats, format))
FORWARD(
    int, PQsendQueryPrepared,
    (PGconn * connection, const char *name, int count, const char *const *values, const int *lengths,
     const int *formats, int format),
    (connection, name, count, values, lengths, formats, format))
FORWARD(int, PQenterPipelineMode, (PGconn * connection), (connection))
FORWARD(int, PQexitPipelineMode, (PGconn * connection), (connection))
FORWARD(int, PQpipelineSync, (PGconn * connection), (connection))
FORWARD(PGresult *, PQgetResult, (PGconn * connection), (connection))

// Results
FORWARD(void, PQclear, (PGresult * result), (result))
FORWARD(ExecStatusType, PQresultStatus, (const PGresult *result), (result))
FORWARD(char *, PQresultErrorField, (const PGresult *result, int field), (result, field))
FORWARD(char *, PQcmdStatus, (PGresult * result), (result))
FORWARD(char *, PQcmdTuples, (PGresult * result), (result))
FORWARD(int, PQntuples, (const PGresult *result), (result))
FORWARD(int, PQnfields, (const PGresult *result), (result))
FORWARD(int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column))
FORWARD(int, PQgetlength, (const PGresult *result, int row, int column), (result, row, column))
FORWARD(char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column))
