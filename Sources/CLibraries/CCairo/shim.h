// Cairo's PDF surfaces: what draws pages and sheets.
#include <cairo/cairo-pdf.h>
// Font faces from files, so that drawing needs no font look-up at all.
#include <cairo/cairo-ft.h>
// FT_Reference_Library: each face keeps FreeType alive for as long as Cairo keeps the face.
#include <freetype/ftmodapi.h>
