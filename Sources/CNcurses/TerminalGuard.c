#define _GNU_SOURCE
#include "TerminalGuard.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

// A handler may only read what is complete before it can run: `armed` is set last and cleared first.
static volatile sig_atomic_t armed;
static volatile sig_atomic_t resized, stopped, continued;
static int terminal;
static struct termios modes;
static char restoration[512];
static size_t restoration_length;
static int wake_read = -1, wake_write = -1;

static const int traps[] = {SIGILL, SIGTRAP, SIGSEGV, SIGBUS, SIGFPE, SIGABRT};
enum { TRAP_COUNT = sizeof traps / sizeof *traps };
static struct sigaction before_trap[TRAP_COUNT];

// A stack that has overflowed cannot run its own handler.
static char alternate_stack[64 * 1024];

void terminal_write(const char *bytes, size_t length) {
  while (length > 0) {
    ssize_t written = write(terminal, bytes, length);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) return;
    bytes += written;
    length -= (size_t)written;
  }
}

static void restore(void) {
  if (!armed) return;
  armed = 0;
  // In the background the terminal is another's, and setting its modes would stop this process.
  pid_t owner = tcgetpgrp(terminal);
  if (owner > 0 && owner != getpgrp()) return;
  terminal_write(restoration, restoration_length);
  // Not TCSADRAIN: a terminal that takes no more output must not keep the process from ending.
  tcsetattr(terminal, TCSANOW, &modes);
}

static void end_by(int number, const struct sigaction *action) {
  sigaction(number, action, NULL);
  // Blocked while its handler runs: it is delivered on the way out of it.
  raise(number);
}

static void default_action(struct sigaction *action) {
  memset(action, 0, sizeof *action);
  action->sa_handler = SIG_DFL;
  sigemptyset(&action->sa_mask);
}

static void on_ending(int number) {
  int saved = errno;
  restore();
  struct sigaction action;
  default_action(&action);
  end_by(number, &action);
  errno = saved;
}

static void on_trap(int number) {
  restore();
  for (int i = 0; i < TRAP_COUNT; i++) {
    if (traps[i] == number) end_by(number, &before_trap[i]);
  }
}

static void on_notice(int number) {
  int saved = errno;
  if (number == SIGWINCH) resized = 1;
  if (number == SIGTSTP) stopped = 1;
  if (number == SIGCONT) continued = 1;
  ssize_t ignored = write(wake_write, "", 1);
  (void)ignored;  // A full pipe wakes just as well.
  errno = saved;
}

static void handle(int number, void (*handler)(int), int flags) {
  // A parent may have left it blocked.
  sigset_t set;
  sigemptyset(&set);
  sigaddset(&set, number);
  sigprocmask(SIG_UNBLOCK, &set, NULL);
  struct sigaction action;
  default_action(&action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigaction(number, &action, NULL);
}

bool terminal_guard_install(int descriptor) {
  int ends[2];
  if (tcgetattr(descriptor, &modes) != 0) return false;
  if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) return false;
  wake_read = ends[0];
  wake_write = ends[1];
  terminal = descriptor;

  stack_t stack = {.ss_sp = alternate_stack, .ss_size = sizeof alternate_stack};
  sigaltstack(&stack, NULL);
  static const int endings[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT};
  for (size_t i = 0; i < sizeof endings / sizeof *endings; i++) {
    handle(endings[i], on_ending, SA_ONSTACK | SA_RESTART);
  }
  for (int i = 0; i < TRAP_COUNT; i++) {
    sigaction(traps[i], NULL, &before_trap[i]);
    // Swift's backtracer would hold the shell for half a minute: it is left to those who ask for it.
    if (getenv("SWIFT_BACKTRACE") == NULL) default_action(&before_trap[i]);
    handle(traps[i], on_trap, SA_ONSTACK);
  }
  static const int notices[] = {SIGWINCH, SIGTSTP, SIGCONT};
  for (size_t i = 0; i < sizeof notices / sizeof *notices; i++) {
    handle(notices[i], on_notice, SA_ONSTACK | SA_RESTART);
  }
  atexit(restore);
  return true;
}

void terminal_guard_arm(const char *restore, size_t length) {
  armed = 0;
  restoration_length = length < sizeof restoration ? length : sizeof restoration;
  memcpy(restoration, restore, restoration_length);
  armed = 1;
}

void terminal_guard_disarm(void) { armed = 0; }

terminal_wait_result terminal_wait(int input, int milliseconds) {
  struct pollfd waited[] = {
      {.fd = input, .events = POLLIN},
      {.fd = wake_read, .events = POLLIN},
  };
  int ready = poll(waited, 2, milliseconds);
  if (ready < 0) return errno == EINTR ? SIGNAL_CAME : INPUT_ENDED;
  if (ready == 0) return TIME_PASSED;
  if (waited[1].revents != 0) {
    char bytes[64];
    while (read(wake_read, bytes, sizeof bytes) > 0) continue;
    return SIGNAL_CAME;
  }
  return (waited[0].revents & POLLIN) ? INPUT_READY : INPUT_ENDED;
}

static bool take(volatile sig_atomic_t *flag) {
  bool was = *flag != 0;
  *flag = 0;
  return was;
}

bool terminal_take_resize(void) { return take(&resized); }
bool terminal_take_stop(void) { return take(&stopped); }
bool terminal_take_continuation(void) { return take(&continued); }

void terminal_stop(bool group) {
  struct sigaction action, ours;
  default_action(&action);
  sigaction(SIGTSTP, &action, &ours);
  if (group) {
    kill(0, SIGTSTP);
  } else {
    raise(SIGTSTP);
  }
  sigaction(SIGTSTP, &ours, NULL);
  stopped = 0;
  continued = 0;
}

void terminal_interrupt(void) {
  struct sigaction action;
  default_action(&action);
  end_by(SIGINT, &action);
}
