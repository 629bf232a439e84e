// qpdf, opened when a print run is written: see CLate.
#pragma once

#include <qpdf/qpdf-c.h>
#include <stdbool.h>
#include <string.h>

#ifdef __cplusplus
extern "C" {
#endif

/// Opens libqpdf, once; may be called by several threads. False where it is not installed: no other function of
/// this module may be called then.
bool tamga_qpdf_open(void);

#ifdef __cplusplus
}
#endif
