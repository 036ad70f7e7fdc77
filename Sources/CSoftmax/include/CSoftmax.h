/// The passes over a row of logits that must be fast: exponentials and their sums.
///
/// With a = (z - anchor) / T, taken as a pair of doubles of which nothing is lost, exp(a) is a number next to 1 times a
/// power of 2. Powers of 2 multiply without error, so sums of any size are joined by them and not by further exponentials.
/// A logit may be -inf, none may be NaN or +inf.
#ifndef CSOFTMAX_H
#define CSOFTMAX_H

/// What the logits are measured by.
///
/// The anchor keeps a near 0, where an exponential has all its digits: a class whose a is beyond csoftmax_reach on either
/// side counts as none.
struct csoftmax_measure {
  double anchor;
  double temperature;
};

/// The largest of some logits, and the sum of exp(a) over all of them.
///
/// The sum is (high + low) times 2^exponent, where the exponent is the whole number next to a / ln 2 of the maximum. It is 0
/// where there is no logit within reach.
struct csoftmax_sum {
  double maximum;
  double exponent;
  double high;
  double low;
};

enum {
  /// How many logits make a block, and how many sums are joined at most.
  csoftmax_width = 64,
  /// How far from 0 an a may be.
  csoftmax_reach = 1 << 19,
  /// The power of 2 by which the exponentials of a block are larger than its sum, so that none of them underflows.
  csoftmax_lift = 500,
};

/// As many doubles are worked on at a time as fill a register of one kind of processor.
struct csoftmax_passes {
  /// exp(a) of logits that are not above the anchor.
  void (*exponentials)(const double *logits, long count, struct csoftmax_measure measure, double *exponentials);

  /// The sum of at most a block of logits, without those at two places; a place below 0 is none.
  struct csoftmax_sum (*leaf)(
    const double *logits, long count, struct csoftmax_measure measure, long skipped, long skipped_too);

  /// The sum over all that at most csoftmax_width sums are of.
  struct csoftmax_sum (*join)(const struct csoftmax_sum *parts, long count);

  /// The sums of the blocks, and where there is a place for them exp(a) within 1 ULP, times 2^lift over that of the exponent of
  /// the block.
  void (*prepare)(
    const double *logits, long count, struct csoftmax_measure measure, double *exponentials, struct csoftmax_sum *sums);

  /// Makes probabilities of what prepare has made, and those divided by T.
  void (*finish)(
    long count, const struct csoftmax_sum *sums, struct csoftmax_sum total, double temperature,
    double *probabilities, double *quotients);

  /// The sum of (maximum - z) / T, times exp((z - maximum) / T) if it is to be weighted.
  struct csoftmax_sum (*depth)(const double *logits, long count, double maximum, double temperature, int weighted);
};

/// The pass of that name, of a long row on two processors where there are as many; to the bit the same.
void csoftmax_prepare(
  const struct csoftmax_passes *passes, const double *logits, long count, struct csoftmax_measure measure,
  double *exponentials, struct csoftmax_sum *sums);

/// The pass of that name, likewise.
void csoftmax_finish(
  const struct csoftmax_passes *passes, long count, const struct csoftmax_sum *sums, struct csoftmax_sum total,
  double temperature, double *probabilities, double *quotients);

/// The passes that this processor can take, the fastest first; there is room for three.
long csoftmax_all(const struct csoftmax_passes **all);

#endif
