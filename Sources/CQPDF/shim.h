#pragma once
#include <string.h>
#include <qpdf/qpdf-c.h>
