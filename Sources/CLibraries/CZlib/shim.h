// zlib, which Cairo and libqpdf stand on: squeezes what a PDF holds.
#include <zlib.h>
