#include "CSoftmax.h"

const struct csoftmax_passes *csoftmax_plain(void);
const struct csoftmax_passes *csoftmax_avx2(void);
const struct csoftmax_passes *csoftmax_avx512(void);

long csoftmax_all(const struct csoftmax_passes **all) {
  long count = 0;
#if defined(__x86_64__)
  __builtin_cpu_init();
  if (__builtin_cpu_supports("x86-64-v4"))
    all[count++] = csoftmax_avx512();
  if (__builtin_cpu_supports("x86-64-v3"))
    all[count++] = csoftmax_avx2();
#endif
  all[count++] = csoftmax_plain();
  return count;
}
