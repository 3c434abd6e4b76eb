#ifndef KEYSTILE_CNCURSES_SHIM_H
#define KEYSTILE_CNCURSES_SHIM_H

#define NCURSES_WIDECHAR 1
#include <curses.h>
#include <langinfo.h>
#include <term.h>

// Swift imports neither function-like macros nor mutable globals, so each one used has a function.

static inline WINDOW *ks_curses_stdscr(void) { return stdscr; }
static inline int ks_curses_colors(void) { return COLORS; }

static inline attr_t ks_curses_bold(void) { return WA_BOLD; }
static inline attr_t ks_curses_dim(void) { return WA_DIM; }
static inline attr_t ks_curses_reverse(void) { return WA_REVERSE; }
static inline attr_t ks_curses_underline(void) { return WA_UNDERLINE; }

/// The code of function key 0; those of the others follow.
static inline int ks_curses_key_f0(void) { return KEY_F0; }

static inline mmask_t ks_mouse_press(void) { return BUTTON1_PRESSED; }
static inline mmask_t ks_mouse_release(void) { return BUTTON1_RELEASED; }
static inline mmask_t ks_mouse_click(void) { return BUTTON1_CLICKED; }
static inline mmask_t ks_mouse_secondary(void) { return BUTTON3_PRESSED | BUTTON3_CLICKED; }
static inline mmask_t ks_mouse_wheel_up(void) { return BUTTON4_PRESSED; }
static inline mmask_t ks_mouse_wheel_down(void) { return BUTTON5_PRESSED; }
static inline mmask_t ks_mouse_motion(void) { return REPORT_MOUSE_POSITION; }
static inline mmask_t ks_mouse_shift(void) { return BUTTON_SHIFT; }
static inline mmask_t ks_mouse_control(void) { return BUTTON_CTRL; }
static inline mmask_t ks_mouse_alt(void) { return BUTTON_ALT; }

extern int wcwidth(wchar_t);

/// The columns the C library, and so ncurses, gives to `scalar` in the present locale.
static inline int ks_wcwidth(unsigned scalar) { return wcwidth((wchar_t)scalar); }

/// Makes the cell of `count` scalars with a pair number beyond the range of a short.
static inline int ks_set_cell(
    cchar_t *cell, const wchar_t *scalars, attr_t attributes, int pair) {
  return setcchar(cell, scalars, attributes, (short)(pair < 256 ? pair : 255), &pair);
}

#endif
