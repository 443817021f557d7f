// Pango with fontconfig's font map: itemizing and shaping.
#include <pango/pangocairo.h>
// pango_fc_font_map_set_config, to show Pango only the fonts of the book.
#include <pango/pangofc-fontmap.h>
// FcConfigCreate and friends, for that private configuration.
#include <fontconfig/fontconfig.h>
// hb_face_collect_unicodes and hb_ot_metrics_get_position: what a face covers and measures.
#include <hb.h>
#include <hb-ot.h>
