// libhyphen: Liang's hyphenation with the hyph_*.dic dictionaries of Debian.
#include <hyphen.h>
