#if defined(__x86_64__)
#include <math.h>
#include <string.h>
#pragma clang attribute push(__attribute__((target("arch=x86-64-v3"))), apply_to = function)
#define FUSED 1
#define LANES 4
#include "passes.h"
#pragma clang attribute pop

const struct csoftmax_passes *csoftmax_avx2(void) { return &passes; }
#endif
