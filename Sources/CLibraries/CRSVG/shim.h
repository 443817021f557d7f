// librsvg: draws SVG pictures into a Cairo context as vectors.
#include <librsvg/rsvg.h>
// GdkPixbuf, which librsvg stands on: decodes JPEGs where they are shown in pixels.
#include <gdk-pixbuf/gdk-pixbuf.h>
