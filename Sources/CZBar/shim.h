#pragma once
#include <zbar.h>
// Loaded when it is needed: see CLoader. Each function by name, since the header has functions of its own.
#pragma weak zbar_image_create
#pragma weak zbar_image_destroy
#pragma weak zbar_image_first_symbol
#pragma weak zbar_image_scanner_create
#pragma weak zbar_image_scanner_destroy
#pragma weak zbar_image_scanner_set_config
#pragma weak zbar_image_set_data
#pragma weak zbar_image_set_format
#pragma weak zbar_image_set_size
#pragma weak zbar_scan_image
#pragma weak zbar_symbol_get_data
#pragma weak zbar_symbol_get_data_length
#pragma weak zbar_symbol_get_loc_size
#pragma weak zbar_symbol_get_loc_x
#pragma weak zbar_symbol_get_loc_y
#pragma weak zbar_symbol_next
