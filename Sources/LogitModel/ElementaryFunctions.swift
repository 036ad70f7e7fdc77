import RealModule

// This module alone imports the library that has them.

/// The natural logarithm: -inf at 0, NaN below it.
package func logarithm(_ x: Double) -> Double { .log(x) }

/// `e` to the power of x.
package func exponential(_ x: Double) -> Double { .exp(x) }
