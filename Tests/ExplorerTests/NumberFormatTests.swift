import Foundation
import Testing

@testable import Explorer

@Suite struct NumberFormatTests {
  private let format = NumberFormat()

  @Test(
    arguments: [
      (0, 1, "0"), (-0.0, 1, "0"), (1, 0, "1"), (1, 1e-20, "1−1e−20"),
      (0.73983032, 0.26016968, "0.7398"), (0.5, 0.5, "0.5000"), (0.00005, 0.99995, "0.0001"),
      (0.0000499, 0.9999501, "5.0e−5"), (3.2e-12, 1, "3.2e−12"), (1e-300, 1, "1.0e−300"),
      (.leastNonzeroMagnitude, 1, "5.0e−324"), (0.99994, 0.00006, "0.9999"),
      (0.99995, 0.00005, "1−5.0e−5"),
      (1, 2.1e-9, "1−2.1e−9"), (1, 9.96e-100, "1−1e−99"), (1, .leastNonzeroMagnitude, "1−5e−324"),
    ] as [(Double, Double, String)]
  )
  func `a probability is 0 or 1 only where it is`(p: Double, q: Double, text: String) {
    #expect(format.probability(p, complement: q) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (0.0414, "+0.0414"), (-0.26016968, "−0.2602"), (3.2e-12, "+3.2e−12"),
      (-1e-300, "−1.0e−300"), (12.5, "+12.5000"), (999.99996, "+1000.000"),
      (-1234.56789, "−1234.568"),
      (99999.96, "+99999.96"), (1_234_567.4, "+1234567"), (99_999_999.5, "+1.0e+8"),
      (123_456_789, "+1.2e+8"), (-1e300, "−1.0e+300"), (9.99e99, "+1.0e+100"),
      (.greatestFiniteMagnitude, "+1.8e+308"),
      (.infinity, "+inf"), (-.infinity, "−inf"),
    ] as [(Double, String)]
  )
  func `a signed number says which way`(x: Double, text: String) {
    #expect(format.signed(x) == text)
  }

  @Test(
    arguments: [
      (0, "0"), (0.0414, "+0.0414"), (-0.26016968, "−0.2602"), (-2.9e-5, "−2.9e−5"),
      (-2.9e-12, "−3e−12"), (1e-300, "+1e−300"), (-.leastNonzeroMagnitude, "−5e−324"),
      (12.34567, "+12.346"), (-1e300, "−1e+300"), (.infinity, "+inf"),
    ] as [(Double, String)]
  )
  func `any signed number can be written in seven cells`(x: Double, text: String) {
    for digits in [4, 17] {
      let format = NumberFormat(digits: digits)
      #expect(format.signed(x, width: NumberFormat.narrowestSigned) == text)
    }
  }

  @Test(
    arguments: [
      (0, "0"), (-0.0, "0"), (0.30133442, "0.3013"), (-3.10655, "−3.1066"), (1e-30, "1.0e−30"),
      (0.99995, "1.0000"), (0.00005, "0.0001"), (1e300, "1.0e+300"),
      (.leastNonzeroMagnitude, "5.0e−324"),
      (20.72, "20.7200"), (.infinity, "inf"), (-.infinity, "−inf"),
    ] as [(Double, String)]
  )
  func `a plain number has a sign only below 0`(x: Double, text: String) {
    #expect(format.plain(x) == text)
  }

  @Test(
    arguments: [
      (0, "·"), (-0.0, "·"), (0.4, "+0.40"), (0.1 + 0.2, "+0.30"), (-0.125, "−0.125"), (3, "+3.00"),
      (0.12345, "+0.1235"), (0.00001, "+1.0e−5"), (-123.456, "−123.456"),
      (-12345.678, "−12345.7"), (1_234_567, "+1234567"),
      (1e300, "+1e+300"), (.infinity, "+inf"), (-.infinity, "−inf"),
    ] as [(Double, String)]
  )
  func `a change has two decimals and more where it needs them`(x: Double, text: String) {
    #expect(format.delta(x) == text)
  }

  @Test(
    arguments: [
      (0, "0.0 %"), (0.4798, "48.0 %"), (0.096, "9.6 %"), (1, "100.0 %"), (0.0005, "0.1 %"),
      (0.00049, "<0.1 %"), (.leastNonzeroMagnitude, "<0.1 %"), (0.9994, "99.9 %"),
      (0.9995, ">99.9 %"),
      (0.9999999, ">99.9 %"), (0.005, "0.5 %"), (0.07, "7.0 %"),
    ] as [(Double, String)]
  )
  func `a share is 0 or 100 percent only where it is`(p: Double, text: String) {
    #expect(format.percent(p) == text)
  }

  @Test(
    arguments: [
      (1, "1"), (0.1, "0.1"), (1.25, "1.25"), (0.8192, "0.8192"), (0.65536, "0.6554"), (0, "0"),
      (100, "100"), (-100, "−100"), (1e-9, "1e−9"), (1.5e-9, "1.5e−9"), (1e300, "1e+300"),
      (0.00005, "0.0001"),
    ] as [(Double, String)]
  )
  func `a setting has no zeros to spare`(x: Double, text: String) {
    #expect(format.trimmed(x) == text)
  }

  @Test(arguments: [
    (3, "0.740", "+1234.568"), (4, "0.7398", "+1234.568"), (8, "0.73983032", "+1234.56789"),
    (17, "0.73983031999999999", "+1234.5678900000000000"),
  ])
  func `digits are as many as wished and fit`(digits: Int, probability: String, signed: String) {
    let format = NumberFormat(digits: digits)
    #expect(format.probability(0.73983032, complement: 0.26016968).count == digits + 2)
    #expect(
      format.probability(0.73983032, complement: 0.26016968).prefix(8) == probability.prefix(8)
    )
    #expect(format.signed(1234.56789).hasPrefix(String(signed.prefix(8))))
  }

  @Test func `digits out of range are brought into it`() {
    #expect(NumberFormat(digits: 0) == NumberFormat(digits: 3))
    #expect(NumberFormat(digits: 99) == NumberFormat(digits: 17))
  }

  @Test(arguments: [
    ("0.7398", "  0.7398  "), ("−12.5", "−12.5     "), ("1−2.1e−9", "  1−2.1e−9"),
    ("1.0e−30", "  1.0e−30 "), ("2e−300", "  2e−300  "), ("0", "  0       "),
    ("−inf", "−inf      "),
    ("·", "   ·      "), ("48.0 %", " 48.0 %   "), ("<0.1 %", " <0.1 %   "),
    ("1−2.1e−300", "1−2.1e−300"), ("123456.5", "123456.5  "), ("+1.2e+8", " +1.2e+8  "),
    ("12345678901", "12345678901"),
  ])
  func `points stand under one another`(text: String, padded: String) {
    #expect(NumberFormat.aligned(text, integerWidth: 3, width: 10) == padded)
  }
}

/// What holds for every double, tried on doubles of random bits and on those near the borders.
@Suite struct NumberFormatPropertyTests {
  private static let samples: [Double] = {
    var generator = SeededGenerator(seed: 2026)
    let bits = (0..<300).map { _ in Double(bitPattern: generator.next()) }
    let units = (0..<300).map { _ in Double.random(in: -2...2, using: &generator) }
    let wide = (0..<300).map { _ in
      Double.random(in: -1...1, using: &generator)
        * pow(10, .random(in: -20...20, using: &generator))
    }
    let borders = (-20...20).flatMap { power -> [Double] in
      let x = pow(10, Double(power))
      return [x, x.nextUp, x.nextDown, x / 2, (x / 2).nextDown, x * 5, 1 - x, 1 + x]
    }
    let ends = [0, .leastNonzeroMagnitude, .leastNormalMagnitude, 1e308, 1, 1.0.nextDown]
    return (bits + units + wide + borders + ends + ends.map { -$0 }).filter(\.isFinite)
  }()

  @Test(arguments: NumberFormat.range)
  func `every number fits its column and reads back to its last place`(digits: Int) throws {
    let format = NumberFormat(digits: digits)
    for x in Self.samples {
      for text in [format.signed(x), format.plain(x), format.trimmed(x)] {
        #expect(text.count <= format.signedWidth, "\(x) is \(text)")
        try expectReadsBack(text, as: x)
      }
      let delta = format.delta(x)
      #expect(delta.count <= format.deltaWidth, "\(x) is \(delta)")
      try expectReadsBack(delta, as: x)
      #expect(x == 0 || format.signed(x).first == (x < 0 ? "−" : "+"), "\(x)")
    }
  }

  @Test(arguments: NumberFormat.range)
  func `every probability fits, reads back, and is never a false 0 or 1`(digits: Int) throws {
    let format = NumberFormat(digits: digits)
    for sample in Self.samples where (0...1).contains(sample.magnitude) {
      let small = sample.magnitude
      for (p, q) in [(small, 1 - small), (1 - small, small)] {
        let text = format.probability(p, complement: q)
        #expect(text.count <= format.probabilityWidth, "\(p) is \(text)")
        if text.hasPrefix("1−") {
          try expectReadsBack(String(text.dropFirst(2)), as: q)
        } else {
          try expectReadsBack(text, as: p)
        }
        #expect((text == "0") == (p == 0) && (text == "1") == (q == 0), "\(p), \(q) is \(text)")
        let zeros = String(repeating: "0", count: digits)
        #expect(text != "0." + zeros && text != "1." + zeros)
      }
      let percent = NumberFormat(digits: digits).percent(small)
      #expect(percent.count <= NumberFormat.percentWidth)
      #expect((percent == "0.0 %") == (small == 0) && (percent == "100.0 %") == (small == 1))
    }
  }

  /// A text is within half a unit of its last printed place, give or take an ULP.
  private func expectReadsBack(_ text: String, as x: Double) throws {
    if x == 0 {
      #expect(text == "0" || text == "·")
      return
    }
    let ascii = text.replacingOccurrences(of: "−", with: "-")
    let read = try #require(Double(ascii), "\(text)")
    #expect(read.sign == x.sign && read != 0)
    let parts = ascii.split(separator: "e")
    let power = parts.count > 1 ? try #require(Int(parts[1])) : 0
    let decimals = parts[0].split(separator: ".").dropFirst().first?.count ?? 0
    let unit = try #require(Double("1e\(power - decimals)"))
    // Close to the least double the unit itself is rounded.
    #expect(abs(read - x) <= unit / 2 + x.ulp, "\(x) is \(text)")
  }
}
