#include "CSoftmax.h"

#include <pthread.h>
#include <unistd.h>

// Below it a thread takes longer to begin than half of the work does.
enum { worthwhile = 1 << 17 };

struct work {
  const struct csoftmax_passes *passes;
  const double *logits;
  long count;
  struct csoftmax_measure measure;
  double *exponentials;
  struct csoftmax_sum *sums;
  struct csoftmax_sum total;
  double *quotients;
};

static void prepare(struct work *part) {
  part->passes->prepare(part->logits, part->count, part->measure, part->exponentials, part->sums);
}

static void finish(struct work *part) {
  part->passes->finish(
    part->count, part->sums, part->total, part->measure.temperature, part->exponentials, part->quotients);
}

static void *prepare_apart(void *part) { prepare(part); return 0; }
static void *finish_apart(void *part) { finish(part); return 0; }

// The second half of the blocks on a thread of its own, if there is a processor for it.
static void share(struct work whole, void (*here)(struct work *), void *(*apart)(void *)) {
  pthread_t thread;
  long blocks = (whole.count / csoftmax_width + 1) / 2, start = blocks * csoftmax_width;
  struct work second = whole;
  second.logits += whole.logits ? start : 0;
  second.count -= start;
  second.exponentials += whole.exponentials ? start : 0;
  second.sums += blocks;
  second.quotients += whole.quotients ? start : 0;
  if (whole.count < worthwhile || sysconf(_SC_NPROCESSORS_ONLN) < 2 || pthread_create(&thread, 0, apart, &second)) {
    here(&whole);
    return;
  }
  whole.count = start;
  here(&whole);
  pthread_join(thread, 0);
}

void csoftmax_prepare(
    const struct csoftmax_passes *passes, const double *logits, long count, struct csoftmax_measure measure,
    double *exponentials, struct csoftmax_sum *sums) {
  share((struct work){passes, logits, count, measure, exponentials, sums}, prepare, prepare_apart);
}

void csoftmax_finish(
    const struct csoftmax_passes *passes, long count, const struct csoftmax_sum *sums, struct csoftmax_sum total,
    double temperature, double *probabilities, double *quotients) {
  struct csoftmax_measure measure = {0, temperature};
  struct work whole = {passes, 0, count, measure, probabilities, (struct csoftmax_sum *)sums, total, quotients};
  share(whole, finish, finish_apart);
}
