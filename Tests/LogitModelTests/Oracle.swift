import Foundation
import LogitModel
import Testing

/// The reference values of `Resources/oracle.json`.
struct Oracle: Decodable {
  let cases: [Case]
  let vocab: [Case]
  let batches: [Batch]
  let undefined: [Undefined]

  /// Read once, as every test of the reference values wants it.
  static let shared = Result { try load() }

  private static func load() throws -> Oracle {
    let url = try #require(
      Bundle.module.url(forResource: "oracle", withExtension: "json", subdirectory: "Resources")
    )
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try decoder.decode(Oracle.self, from: Data(contentsOf: url))
  }

  struct Case: Decodable {
    let id: String
    let tag: String?
    let z: [Number]?
    let gen: Rule?
    let target: Goal
    let temperature: Double?
    let weights: [Double]?
    let smoothing: Double?
    let gamma: Double?
    let expect: Expected

    enum CodingKeys: String, CodingKey {
      case id, tag, z, gen, target, gamma, expect
      case temperature = "T"
      case weights = "w"
      case smoothing = "eps"
    }

    var logits: [Double] { z?.map(\.value) ?? gen?.logits ?? [] }

    /// True where the loss is that of a one-hot target, whose gradient's terms do not cancel.
    var isOneHot: Bool { target.index != nil && smoothing == nil }

    func problem() throws(ProblemError) -> Problem {
      let settings = Problem.Settings(
        temperature: temperature ?? 1,
        labelSmoothing: smoothing ?? 0,
        classWeights: weights,
        gamma: gamma ?? 2
      )
      return try Problem(logits: [logits], targets: [target.target], settings: settings)
    }
  }

  struct Expected: Decodable {
    let lse: Number
    let p: [Number]
    let logp: [Number]
    let grad: [Number]
    let entropy: Number
    let sample: [Int]?
    let loss: Number?
    let lossMean: Number?
    let kl: Number?
    let pplEntropy: Number?
    let terms: [Number]?
    let gradMean: [Number]?
    let jac: [[Number]]?
    let nll: Number?
    let ppl: Number?
    let pY: Number?
    let oneMinusPY: Number?
    let margin: Number?
    let loo: [Number?]?
    let share: [Number?]?
    let blame: [Number?]?
    let bce: [Number]?
    let bceSum: Number?
    let bceGrad: [Number]?
    let allnll: Number?
    let allnllGrad: [Number]?
    let focal: Number?
    let focalGrad: [Number]?
    let hingeWw: Number?
    let hingeWwGrad: [Number]?
    let hingeCs: Number?
    let hingeCsGrad: [Number]?
    let hingeOva: Number?
    let hingeOvaGrad: [Number]?
    let brier: Number?
    let brierGrad: [Number]?
    let epsloss: Number?
  }

  struct Batch: Decodable {
    let id: String
    let z: [[Double]]
    let targets: [Goal]
    let w: [Double]?
    let eps: Double?
    let expect: Expected

    struct Expected: Decodable {
      let losses: [Number]
      let lossSum: Number
      let lossMean: Number
      let gradSum: [[Number]]
      let gradMean: [[Number]]
    }

    func problem(_ reduction: Reduction) throws(ProblemError) -> Problem {
      let settings = Problem.Settings(
        labelSmoothing: eps ?? 0,
        classWeights: w,
        reduction: reduction
      )
      return try Problem(logits: z, targets: targets.map(\.target), settings: settings)
    }
  }

  struct Undefined: Decodable {
    let id: String
    let z: [Number]
  }

  struct Goal: Decodable {
    let index: Int?
    let soft: [Double]?

    var target: Target { soft.map(Target.distribution) ?? .index(index ?? 0) }
  }

  struct Rule: Decodable {
    let constant: Double?
    let lcg: UInt64?
    let count: Int
    let scale: Double?

    enum CodingKeys: String, CodingKey {
      case constant, lcg, scale
      case count = "C"
    }

    var logits: [Double] {
      guard let seed = lcg, let scale else {
        return [Double](repeating: constant ?? 0, count: count)
      }
      var state = seed
      return (0..<count).map { _ in
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return (Double(state >> 11) * 0x1p-53 - 0.5) * scale
      }
    }
  }

  /// A JSON number, or one of the strings `inf`, `-inf` and `nan`.
  struct Number: Decodable {
    let value: Double

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Double.self) {
        value = number
        return
      }
      let word = try container.decode(String.self)
      guard let number = Double(word) else {
        throw DecodingError.dataCorruptedError(in: container, debugDescription: word)
      }
      value = number
    }
  }
}
