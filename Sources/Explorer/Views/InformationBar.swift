import LogitModel
import TerminalUI

/// H(y) and KL(y‖s) one behind the other, together the cross entropy; without a target, H(s).
///
/// The bar's full width is log C, which equal probabilities cost, or the least doubling of it that holds
/// the whole.
struct InformationBar {
  enum Part {
    case entropy, divergence

    /// What tells the parts from one another without a hue.
    var glyph: String {
      switch self {
      case .entropy: "█"
      case .divergence: "▒"
      }
    }
  }

  let state: State

  func draw(in rect: Rect, on canvas: inout Canvas) {
    guard !rect.isEmpty else { return }
    let factor = factor
    let label = " " + (factor == 1 ? "" : state.numbers.trimmed(factor) + " ") + "log C"
    let bar = rect.slice(x: 0, width: rect.width - displayWidth(label) - 1)
    var x = 0
    for (part, size) in parts {
      let whole = factor * state.evaluation.maximumEntropy
      let cells = cells(of: size.isFinite ? size / whole : 1, width: bar.width)
      canvas.fill(bar.slice(x: x, width: cells), with: part.glyph)
      x += cells
    }
    canvas.put("│", x: bar.maxX, y: bar.y, width: rect.maxX - bar.maxX, style: .faint)
    let end = rect.slice(x: bar.width + 1, width: rect.width)
    canvas.put(label, in: end, alignment: .left, style: .faint)
  }

  private var parts: [(Part, Double)] {
    let now = state.evaluation
    guard let entropy = now.targetEntropy, let divergence = now.klDivergence else {
      return [(.entropy, now.entropy)]
    }
    return [(.entropy, entropy), (.divergence, divergence)]
  }

  /// What is more than 0 has a cell at least.
  private func cells(of share: Double, width: Int) -> Int {
    guard share > 0 else { return 0 }
    return max(1, Int((min(1, share) * Double(width)).rounded()))
  }

  private var factor: Double {
    let total = parts.reduce(0) { $0 + $1.1 } / state.evaluation.maximumEntropy
    guard total.isFinite else { return .infinity }
    var factor = 1.0
    // Equal probabilities cost log C, a rounding more or less.
    while factor * (1 + 1e-12) < total { factor *= 2 }
    return factor
  }
}
