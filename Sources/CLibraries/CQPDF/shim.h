// libqpdf: takes finished PDFs apart and puts them together, page contents untouched.
#include <qpdf/qpdf-c.h>
// free, for the buffers that it hands over.
#include <stdlib.h>
