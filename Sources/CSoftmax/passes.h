// The passes, compiled for one kind of processor by each file that includes this: LANES doubles fill a register.
#include "CSoftmax.h"

#include <math.h>
#include <string.h>

#define INLINE static inline __attribute__((always_inline))

enum { lanes = LANES };
typedef double vector __attribute__((vector_size(8 * LANES)));
typedef long mask __attribute__((vector_size(8 * LANES)));

INLINE vector spread(double x) { return x - (vector){}; }
INLINE vector load(const double *from) { vector x; memcpy(&x, from, sizeof x); return x; }
INLINE void store(double *to, vector x) { memcpy(to, &x, sizeof x); }
INLINE vector where(mask condition, vector a, vector b) {
  return (vector)((condition & (mask)a) | (~condition & (mask)b));
}

// The lanes exchanged, each with the one a power of 2 away.
#if LANES == 8
#define SWAPPED(x, n) __builtin_shufflevector(x, x, 0 ^ n, 1 ^ n, 2 ^ n, 3 ^ n, 4 ^ n, 5 ^ n, 6 ^ n, 7 ^ n)
#elif LANES == 4
#define SWAPPED(x, n) __builtin_shufflevector(x, x, 0 ^ n, 1 ^ n, 2 ^ n, 3 ^ n)
#else
#define SWAPPED(x, n) __builtin_shufflevector(x, x, 0 ^ n, 1 ^ n)
#endif

// A number as the unevaluated sum of two.
struct pair { vector high, low; };

// Knuth's sum of two numbers and what rounding dropped from it.
INLINE struct pair sum(vector a, vector b) {
  vector high = a + b;
  vector part = high - a;
  return (struct pair){high, (a - (high - part)) + (b - part)};
}

#if FUSED
INLINE vector fused(vector a, vector b, vector c) { return __builtin_elementwise_fma(a, b, c); }
INLINE vector dropped(vector a, vector b, vector product) { return fused(a, b, -product); }
#else
// Close enough for a polynomial.
INLINE vector fused(vector a, vector b, vector c) { return a * b + c; }
// Dekker's error of a product, of factors that are far from overflow.
INLINE vector dropped(vector a, vector b, vector product) {
  vector wide_a = a * 0x1.000002p27, wide_b = b * 0x1.000002p27;
  vector a_head = wide_a - (wide_a - a), b_head = wide_b - (wide_b - b);
  vector a_tail = a - a_head, b_tail = b - b_head;
  return ((a_head * b_head - product) + a_head * b_tail + a_tail * b_head) + a_tail * b_tail;
}
#endif

INLINE struct pair together(struct pair a, struct pair b) {
  struct pair result = sum(a.high, b.high);
  result.low += a.low + b.low;
  return result;
}

// All lanes added up, in each lane.
INLINE struct pair folded(struct pair x) {
#if LANES > 4
  x = together(x, (struct pair){SWAPPED(x.high, 4), SWAPPED(x.low, 4)});
#endif
#if LANES > 2
  x = together(x, (struct pair){SWAPPED(x.high, 2), SWAPPED(x.low, 2)});
#endif
  return together(x, (struct pair){SWAPPED(x.high, 1), SWAPPED(x.low, 1)});
}

// (z - anchor) / T as a pair, whose low part is 0 where the high one is infinite.
INLINE struct pair scaled(vector z, double anchor, double temperature) {
  if (anchor == 0 && temperature == 1)
    return (struct pair){z, spread(0)};
  // Products with a divisor next to the largest double would overflow on the way.
  if (temperature > 0x1p900) {
    z *= 0x1p-200;
    anchor *= 0x1p-200;
    temperature *= 0x1p-200;
  }
  vector origin = spread(anchor);
  struct pair x = sum(z, -origin);
  if (temperature != 1) {
    // A difference may overflow where its quotient does not.
    vector scale = where((x.high > 0x1p1022) | (x.high < -0x1p1022), spread(0.5), spread(1));
    vector divisor = spread(temperature);
    x = sum(z * scale, -origin * scale);
    vector quotient = x.high / divisor;
    vector product = quotient * divisor;
    vector remainder = (x.high - product) - dropped(quotient, divisor, product);
    x = (struct pair){quotient / scale, (remainder + x.low) / divisor / scale};
  }
  mask is_number = (x.low < 1) & (x.low > -1);
  return (struct pair){x.high, where(is_number, x.low, spread(0))};
}

// Added to a small number it leaves the whole number next to it in the last bits.
static const double shifter = 0x1.8p52;

INLINE vector shifted_exponent(vector high) { return fused(high, spread(0x1.71547652b82fep0), spread(shifter)); }

// exp(x) without its power of 2, which is the last bits of the exponent given.
//
// With r = x - k ln 2 it is 1 + r + r^2 q(r), where q is the polynomial of degree 9 whose largest error, 2^-58 of the whole,
// is least (Remez's exchange).
INLINE vector mantissa(struct pair x, vector shifted) {
  vector k = shifted - shifter;
  // The first part of ln 2 has 33 bits, so that its product with k is exact.
  vector head = fused(-k, spread(0x1.62e42feep-1), x.high);
  vector tail = k * 0x1.a39ef35793c76p-33;
  vector r = head - tail;
  // What is lost of r, and of 1 + r, is added last, so that one rounding alone counts.
  vector one = 1 + r;
  vector lost = ((1 - one) + r) + ((head - r) - tail);
  vector square = r * r;
  vector fourth = square * square;
  vector q01 = fused(r, spread(0x1.55555555554fap-3), spread(0x1.000000000000ap-1));
  vector q23 = fused(r, spread(0x1.1111111127c2fp-7), spread(0x1.555555555086dp-5));
  vector q45 = fused(r, spread(0x1.a01a012a45989p-13), spread(0x1.6c16c1842db8cp-10));
  vector q67 = fused(r, spread(0x1.71df256a6bf47p-19), spread(0x1.a0199a01e79c1p-16));
  vector q89 = fused(r, spread(0x1.ad7f62fe4243ep-26), spread(0x1.28ad7cfa17ab7p-22));
  vector q = fused(fourth, fused(fourth, q89, fused(square, q67, q45)), fused(square, q23, q01));
  vector more = fused(square, q, lost);
  // exp(high + low) = exp(high) (1 + low), and low is far below an ULP of high.
  return one + fused(x.low, one + more, more);
}

// x times 2^k, with k in the last bits of the shifted exponent, where that is a normal number.
INLINE vector raised(vector x, vector shifted, long more) {
  return (vector)((mask)x + (((mask)shifted - (mask)spread(shifter) + more) << 52));
}

INLINE int is_within_reach(struct pair x) { return x.high[0] > -csoftmax_reach && x.high[0] < csoftmax_reach; }

INLINE vector larger(vector a, vector b) { return where(a > b, a, b); }

INLINE double largest(const double *values, long count) {
  vector maximum = load(values);
  for (long i = lanes; i < count; i += lanes)
    maximum = larger(load(values + i), maximum);
#if LANES > 4
  maximum = larger(maximum, SWAPPED(maximum, 4));
#endif
#if LANES > 2
  maximum = larger(maximum, SWAPPED(maximum, 2));
#endif
  return larger(maximum, SWAPPED(maximum, 1))[0];
}

INLINE long lowest_bits(double shifted) {
  long bits, origin;
  memcpy(&bits, &shifted, sizeof bits);
  memcpy(&origin, &shifter, sizeof origin);
  return bits - origin;
}

// The sum of a whole number of vectors, at most four at a time, and their exponentials where there is a place for them.
INLINE struct csoftmax_sum block(
    const double *logits, long count, struct csoftmax_measure measure, double *exponentials) {
  double maximum = largest(logits, count);
  struct pair top = scaled(spread(maximum), measure.anchor, measure.temperature);
  if (!is_within_reach(top)) {
    if (exponentials)
      memset(exponentials, 0, count * sizeof *exponentials);
    return (struct csoftmax_sum){maximum, 0, 0, 0};
  }
  long exponent = lowest_bits(shifted_exponent(top.high)[0]);
  long lift = csoftmax_lift - exponent;
  // What is lower by more is 0 beside the largest, and with the lift what is not is a normal number.
  vector floor = top.high - 1040;
  struct pair total = {};
  for (long start = 0; start < count; start += 4 * lanes) {
    vector quarter = {};
    for (long i = start; i < start + 4 * lanes && i < count; i += lanes) {
      struct pair x = scaled(load(logits + i), measure.anchor, measure.temperature);
      mask counts = x.high > floor;
      // Bounded by what is known before the largest is, which need not be waited for.
      x.high = larger(x.high, spread(-2 * csoftmax_reach));
      vector shifted = shifted_exponent(x.high);
      vector e = where(counts, raised(mantissa(x, shifted), shifted, lift), spread(0));
      if (exponentials)
        store(exponentials + i, e);
      quarter += e;
    }
    total = together(total, (struct pair){quarter, spread(0)});
  }
  total = folded(total);
  const double scale = 0x1p-500;
  _Static_assert(csoftmax_lift == 500, "the scale takes the lift back");
  return (struct csoftmax_sum){maximum, exponent, total.high[0] * scale, total.low[0] * scale};
}

INLINE long padded(const double *from, long count, double *to) {
  long whole = (count + lanes - 1) / lanes * lanes;
  memcpy(to, from, count * sizeof *to);
  for (long i = count; i < whole; i++)
    to[i] = -INFINITY;
  return whole;
}

static void pass_exponentials(
    const double *logits, long count, struct csoftmax_measure measure, double *exponentials) {
  for (long i = 0; i < count; i += lanes) {
    double copy[lanes];
    long some = count - i < lanes ? count - i : lanes;
    padded(logits + i, some, copy);
    struct pair x = scaled(load(copy), measure.anchor, measure.temperature);
    mask counts = x.high > -746;
    x.high = where(counts, x.high, spread(-746));
    vector shifted = shifted_exponent(x.high);
    // Its power of 2 as the product of two: one alone would be no normal number.
    vector half = (shifted - shifter) * 0.5 + shifter;
    vector rest = shifted - (half - shifter);
    vector e = mantissa(x, shifted) * raised(spread(1), half, 0) * raised(spread(1), rest, 0);
    store(copy, where(counts, e, spread(0)));
    memcpy(exponentials + i, copy, some * sizeof *copy);
  }
}

static struct csoftmax_sum pass_leaf(
    const double *logits, long count, struct csoftmax_measure measure, long skipped, long skipped_too) {
  if (skipped < 0 && skipped_too < 0 && count % lanes == 0)
    return block(logits, count, measure, 0);
  double copy[csoftmax_width];
  long whole = padded(logits, count, copy);
  if (skipped >= 0)
    copy[skipped] = -INFINITY;
  if (skipped_too >= 0)
    copy[skipped_too] = -INFINITY;
  return block(copy, whole, measure, 0);
}

static struct csoftmax_sum pass_join(const struct csoftmax_sum *parts, long count) {
  double exponents[csoftmax_width], highs[csoftmax_width], lows[csoftmax_width];
  long whole = (count + lanes - 1) / lanes * lanes;
  struct csoftmax_sum top = parts[0];
  for (long i = 0; i < whole; i++) {
    struct csoftmax_sum part = i < count ? parts[i] : (struct csoftmax_sum){-INFINITY, 0, 0, 0};
    exponents[i] = part.exponent;
    highs[i] = part.high;
    lows[i] = part.low;
    top = part.maximum > top.maximum ? part : top;
  }
  if (top.high == 0)
    return top;
  struct pair total = {};
  for (long i = 0; i < whole; i += lanes) {
    vector down = load(exponents + i) - top.exponent;
    // What is lower by more is nothing beside the largest.
    mask counts = down > -1000;
    vector factor = where(counts, raised(spread(1), where(counts, down, spread(0)) + shifter, 0), spread(0));
    total = together(total, (struct pair){load(highs + i) * factor, load(lows + i) * factor});
  }
  total = folded(total);
  top.high = total.high[0] + total.low[0];
  top.low = (total.high[0] - top.high) + total.low[0];
  return top;
}

static void pass_prepare(
    const double *logits, long count, struct csoftmax_measure measure, double *exponentials,
    struct csoftmax_sum *sums) {
  long start = 0;
  for (; start + csoftmax_width <= count; start += csoftmax_width)
    *sums++ = block(logits + start, csoftmax_width, measure, exponentials ? exponentials + start : 0);
  if (start == count)
    return;
  double copy[csoftmax_width], results[csoftmax_width];
  long whole = padded(logits + start, count - start, copy);
  *sums = block(copy, whole, measure, results);
  if (exponentials)
    memcpy(exponentials + start, results, (count - start) * sizeof *results);
}

INLINE void multiplied(
    double *values, double *quotients, long count, double factor, double high, double low, double temperature) {
  for (long i = 0; i < count; i++) {
    double e = values[i] * factor;
    double value = e * high + e * low;
    values[i] = value;
    if (temperature != 1)
      quotients[i] = value / temperature;
    else
      quotients[i] = value;
  }
}

static void pass_finish(
    long count, const struct csoftmax_sum *sums, struct csoftmax_sum total, double temperature,
    double *probabilities, double *quotients) {
  // 1 / (high + low) as a pair.
  double high = 1 / total.high;
  double low = (fma(-high, total.high, 1) - high * total.low) * high;
  for (long start = 0; start < count; start += csoftmax_width, sums++) {
    long some = count - start < csoftmax_width ? count - start : csoftmax_width;
    double down = sums->exponent - total.exponent;
    double *values = probabilities + start;
    if (down > -csoftmax_lift) {
      double scale = ldexp(1, down - csoftmax_lift);
      multiplied(values, quotients + start, some, 1, high * scale, low * scale, temperature);
    } else {
      // One power of 2 would be too small.
      double factor = ldexp(1, down > -1100 ? down : -1100), scale = ldexp(1, -csoftmax_lift);
      multiplied(values, quotients + start, some, factor, high * scale, low * scale, temperature);
    }
  }
}

static struct csoftmax_sum pass_depth(
    const double *logits, long count, double maximum, double temperature, int weighted) {
  struct pair total = {};
  for (long i = 0; i < count; i += lanes) {
    double copy[lanes];
    long some = count - i < lanes ? count - i : lanes;
    memcpy(copy, logits + i, some * sizeof *copy);
    for (long lane = some; lane < lanes; lane++)
      copy[lane] = maximum;
    struct pair x = scaled(load(copy), maximum, temperature);
    if (weighted) {
      mask counts = x.high > -700;
      x.high = where(counts, x.high, spread(0));
      x.low = where(counts, x.low, spread(0));
      vector shifted = shifted_exponent(x.high);
      vector e = raised(mantissa(x, shifted), shifted, 0);
      vector high = -x.high * e;
      x = (struct pair){-high, dropped(x.high, e, -high) + x.low * e};
    }
    total = together(total, (struct pair){-x.high, -x.low});
  }
  total = folded(total);
  return (struct csoftmax_sum){maximum, 0, total.high[0], total.low[0]};
}

static const struct csoftmax_passes passes = {
  pass_exponentials, pass_leaf, pass_join, pass_prepare, pass_finish, pass_depth,
};
