#ifndef CNCURSES_H
#define CNCURSES_H

// Without it, <ncurses.h> hides the wide-character calls.
#define NCURSES_WIDECHAR 1

#include <langinfo.h>
#include <locale.h>
#include <ncurses.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <term.h>
#include <unistd.h>
#include <wchar.h>

// What Swift cannot import of ncurses and libc: global variables, variadic calls and the macros that
// are more than a number.

static inline WINDOW *curses_screen(void) { return stdscr; }
static inline WINDOW *curses_shown_screen(void) { return curscr; }
static inline int curses_rows(void) { return getmaxy(stdscr); }
static inline int curses_columns(void) { return getmaxx(stdscr); }
static inline int curses_color_count(void) { return has_colors() ? COLORS : 0; }

static inline attr_t curses_bold(void) { return A_BOLD; }
static inline attr_t curses_dim(void) { return A_DIM; }
static inline attr_t curses_underline(void) { return A_UNDERLINE; }

static inline int curses_function_key(int number) { return KEY_F(number); }

static inline void curses_set_ground(int pair) { wbkgdset(stdscr, ' ' | COLOR_PAIR(pair)); }

static inline FILE *terminal_output(void) { return stdout; }
static inline FILE *terminal_input(void) { return stdin; }

static inline const char *locale_codeset(void) { return nl_langinfo(CODESET); }

// The string capability of that name, or NULL; terminfo's own "no such string" is the pointer -1.
static inline const char *terminfo_string(const char *name) {
  const char *value = tigetstr(name);
  return value == (const char *)-1 ? NULL : value;
}

// The size that the terminal has now, 0 x 0 where it does not say.
static inline struct winsize terminal_size(int descriptor) {
  struct winsize size = {0};
  if (ioctl(descriptor, TIOCGWINSZ, &size) != 0) memset(&size, 0, sizeof size);
  return size;
}

// Puts one glyph, given as its scalars ending in 0, into `width` cells.
//
// Where the C library measures the glyph otherwise than the caller, or cannot print it in this locale,
// question marks stand for it, since ncurses would move all that follows in the row.
void curses_put(int y, int x, const wchar_t *glyph, int width, attr_t attributes, int pair);

#endif
