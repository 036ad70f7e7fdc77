// For wcwidth, which Swift's view of <wchar.h> does not have.
#define _GNU_SOURCE
#include "CNcurses.h"

void curses_put(
    int y, int x, const wchar_t *glyph, int width, attr_t attributes, int pair) {
  wchar_t kept[CCHARW_MAX + 1] = {0};
  for (int i = 0; i < CCHARW_MAX && glyph[i] != 0; i++) kept[i] = glyph[i];
  cchar_t cell;
  if (wcwidth(kept[0]) == width && setcchar(&cell, kept, attributes, 0, &pair) == OK) {
    mvwadd_wch(stdscr, y, x, &cell);
    return;
  }
  if (setcchar(&cell, L"?", attributes, 0, &pair) != OK) return;
  for (int i = 0; i < width; i++) mvwadd_wch(stdscr, y, x + i, &cell);
}
