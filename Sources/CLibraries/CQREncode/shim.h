// libqrencode: turns a text into the squares of a QR code.
#include <qrencode.h>
