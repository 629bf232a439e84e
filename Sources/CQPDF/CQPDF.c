#include "CQPDF.h"

#include <stdatomic.h>

#include "CLate.h"

static _Atomic(void *) library;

bool tamga_qpdf_open(void) {
  // That of the headers' package first.
  static const char *const names[] = {
      "libqpdf.so", "libqpdf.so.30", "libqpdf.so.29", "libqpdf.so.28", NULL};
  if (!atomic_load(&library)) atomic_store(&library, tamga_late_open(names));
  return atomic_load(&library);
}

#define QPDF(result, name, parameters, arguments) TAMGA_LATE(library, result, name, parameters, arguments)

QPDF(qpdf_data, qpdf_init, (void), ())
QPDF(void, qpdf_cleanup, (qpdf_data * file), (file))
QPDF(void, qpdf_silence_errors, (qpdf_data file), (file))
QPDF(void, qpdf_set_suppress_warnings, (qpdf_data file, QPDF_BOOL value), (file, value))
QPDF(void, qpdf_set_attempt_recovery, (qpdf_data file, QPDF_BOOL value), (file, value))
QPDF(QPDF_BOOL, qpdf_has_error, (qpdf_data file), (file))
QPDF(qpdf_error, qpdf_get_error, (qpdf_data file), (file))
QPDF(
    QPDF_ERROR_CODE, qpdf_read_memory,
    (qpdf_data file, const char *name, const char *bytes, unsigned long long size, const char *password),
    (file, name, bytes, size, password))
QPDF(QPDF_ERROR_CODE, qpdf_push_inherited_attributes_to_page, (qpdf_data file), (file))
QPDF(int, qpdf_get_num_pages, (qpdf_data file), (file))
QPDF(qpdf_oh, qpdf_get_page_n, (qpdf_data file, size_t index), (file, index))

QPDF(
    enum qpdf_object_type_e, qpdf_oh_get_type_code, (qpdf_data file, qpdf_oh object), (file, object))
QPDF(QPDF_BOOL, qpdf_oh_is_indirect, (qpdf_data file, qpdf_oh object), (file, object))
QPDF(int, qpdf_oh_get_object_id, (qpdf_data file, qpdf_oh object), (file, object))
QPDF(int, qpdf_oh_get_array_n_items, (qpdf_data file, qpdf_oh array), (file, array))
QPDF(qpdf_oh, qpdf_oh_get_array_item, (qpdf_data file, qpdf_oh array, int index), (file, array, index))
QPDF(qpdf_oh, qpdf_oh_get_key, (qpdf_data file, qpdf_oh object, const char *key), (file, object, key))
QPDF(void, qpdf_oh_begin_dict_key_iter, (qpdf_data file, qpdf_oh object), (file, object))
QPDF(QPDF_BOOL, qpdf_oh_dict_more_keys, (qpdf_data file), (file))
QPDF(const char *, qpdf_oh_dict_next_key, (qpdf_data file), (file))
QPDF(qpdf_oh, qpdf_oh_get_dict, (qpdf_data file, qpdf_oh object), (file, object))
QPDF(const char *, qpdf_oh_unparse_resolved, (qpdf_data file, qpdf_oh object), (file, object))
QPDF(
    QPDF_ERROR_CODE, qpdf_oh_get_stream_data,
    (qpdf_data file, qpdf_oh object, enum qpdf_stream_decode_level_e level, QPDF_BOOL *filtered,
     unsigned char **bytes, size_t *count),
    (file, object, level, filtered, bytes, count))
