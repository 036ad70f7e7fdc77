#ifndef TERMINAL_GUARD_H
#define TERMINAL_GUARD_H

#include <stdbool.h>
#include <stddef.h>

// Gives the terminal back whatever ends the program, and tells of the signals that do not end it.
//
// While the guard is armed, the signals INT, TERM, HUP and QUIT, a trap (ILL, TRAP, SEGV, BUS, FPE,
// ABRT) and exit() write `restore` and set the modes that the terminal had when the guard was made;
// then the signal does what it does by default, so that the shell sees what ended the program.

// Remembers the terminal's modes and installs the handlers; false where it is no terminal.
bool terminal_guard_install(int descriptor);

void terminal_guard_arm(const char *restore, size_t length);
void terminal_guard_disarm(void);

// Writes to the terminal past ncurses; all of it, or as much as it takes.
void terminal_write(const char *bytes, size_t length);

// Waits until a byte of input or a signal has come, or so many milliseconds have passed; without end
// where they are negative.
typedef enum { INPUT_READY, INPUT_ENDED, SIGNAL_CAME, TIME_PASSED } terminal_wait_result;
terminal_wait_result terminal_wait(int input, int milliseconds);

// Each tells whether its signal has come since it was last asked.
bool terminal_take_resize(void);     // WINCH
bool terminal_take_stop(void);       // TSTP
bool terminal_take_continuation(void);  // CONT

// Stops by TSTP, the whole process group as the terminal itself would on Ctrl-Z, or this process
// alone; comes back on CONT, or at once where nobody could continue it (an orphaned group).
void terminal_stop(bool group);

// Ends the process by SIGINT, as Ctrl-C would have.
void terminal_interrupt(void);

#endif
