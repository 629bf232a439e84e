#include "CPostgres.h"

#include <stdatomic.h>

#include "CLate.h"

static _Atomic(void *) library;

bool tamga_postgres_open(void) {
  static const char *const names[] = {"libpq.so.5", NULL};
  if (!atomic_load(&library)) atomic_store(&library, tamga_late_open(names));
  return atomic_load(&library);
}

#define PQ(result, name, parameters, arguments) TAMGA_LATE(library, result, name, parameters, arguments)

// The connection
PQ(PQconninfoOption *, PQconninfoParse, (const char *text, char **error), (text, error))
PQ(void, PQconninfoFree, (PQconninfoOption * options), (options))
PQ(
    PGconn *, PQconnectdbParams, (const char *const *names, const char *const *values, int expand),
    (names, values, expand))
PQ(void, PQfinish, (PGconn * connection), (connection))
PQ(ConnStatusType, PQstatus, (const PGconn *connection), (connection))
PQ(PGTransactionStatusType, PQtransactionStatus, (const PGconn *connection), (connection))
PQ(char *, PQerrorMessage, (const PGconn *connection), (connection))
PQ(int, PQsocket, (const PGconn *connection), (connection))
PQ(int, PQconsumeInput, (PGconn * connection), (connection))
PQ(PGnotify *, PQnotifies, (PGconn * connection), (connection))
PQ(void, PQfreemem, (void *memory), (memory))
PQ(
    PQnoticeProcessor, PQsetNoticeProcessor,
    (PGconn * connection, PQnoticeProcessor processor, void *context), (connection, processor, context))

// Statements
PQ(PGresult *, PQexec, (PGconn * connection, const char *query), (connection, query))
PQ(
    PGresult *, PQprepare,
    (PGconn * connection, const char *name, const char *query, int count, const Oid *types),
    (connection, name, query, count, types))
PQ(
    PGresult *, PQexecPrepared,
    (PGconn * connection, const char *name, int count, const char *const *values, const int *lengths,
     const int *formats, int format),
    (connection, name, count, values, lengths, formats, format))
PQ(
    int, PQsendQueryPrepared,
    (PGconn * connection, const char *name, int count, const char *const *values, const int *lengths,
     const int *formats, int format),
    (connection, name, count, values, lengths, formats, format))
PQ(int, PQenterPipelineMode, (PGconn * connection), (connection))
PQ(int, PQexitPipelineMode, (PGconn * connection), (connection))
PQ(int, PQpipelineSync, (PGconn * connection), (connection))
PQ(PGresult *, PQgetResult, (PGconn * connection), (connection))

// Results
PQ(void, PQclear, (PGresult * result), (result))
PQ(ExecStatusType, PQresultStatus, (const PGresult *result), (result))
PQ(char *, PQresultErrorField, (const PGresult *result, int field), (result, field))
PQ(char *, PQcmdStatus, (PGresult * result), (result))
PQ(char *, PQcmdTuples, (PGresult * result), (result))
PQ(int, PQntuples, (const PGresult *result), (result))
PQ(int, PQnfields, (const PGresult *result), (result))
PQ(int, PQgetisnull, (const PGresult *result, int row, int column), (result, row, column))
PQ(int, PQgetlength, (const PGresult *result, int row, int column), (result, row, column))
PQ(char *, PQgetvalue, (const PGresult *result, int row, int column), (result, row, column))
