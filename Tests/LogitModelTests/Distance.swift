import LogitModel

/// How far a result is from an exact value, in units in the last place.
struct Distance: Comparable {
  let quantity: String
  let place: String
  let ulps: Double
  /// True where the exact value has lost digits to underflow.
  let isSubnormal: Bool

  /// Where terms cancel by definition, `scale` is the largest of them: the unit is that of the
  /// larger of it and the exact value.
  init(
    _ quantity: String,
    _ place: String,
    _ actual: Double,
    _ exact: Double,
    scale: Double = 0
  ) {
    self.quantity = quantity
    self.place = place
    let reference = max(exact.magnitude, scale.isFinite ? scale.magnitude : 0)
    isSubnormal = reference < .leastNormalMagnitude && exact != 0
    let distance = (actual - exact).magnitude / reference.ulp
    ulps = actual == exact ? 0 : distance.isNaN ? .infinity : distance
  }

  static func < (a: Distance, b: Distance) -> Bool { a.ulps < b.ulps }

  static func == (a: Distance, b: Distance) -> Bool { a.ulps == b.ulps }
}

extension ClassValues {
  /// The numbers of all classes, as arrays of exact values are compared with.
  var all: [Double] { Array(self) }
}
