// librsvg: draws SVG pictures into a Cairo context as vectors.
#include <librsvg/rsvg.h>
