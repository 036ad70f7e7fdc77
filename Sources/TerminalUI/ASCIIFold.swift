extension Unicode.Scalar {
  /// The ASCII character that comes nearest to a symbol one cell wide, nil for what is no symbol.
  var asciiFold: Unicode.Scalar? {
    switch value {
    case 0..<0x80: nil
    case 0x2500...0x257F: boxFold
    case 0x2580...0x259F: blockFold
    case 0x2800: " "
    case 0x2801...0x28FF: "*"
    default: Self.symbolFolds[self]
    }
  }

  /// Lines run, stand or meet; how thick or broken they are is lost.
  private var boxFold: Unicode.Scalar {
    switch self {
    case "─", "━", "┄", "┅", "┈", "┉", "╌", "╍", "═", "╴", "╶", "╸", "╺", "╼", "╾": "-"
    case "│", "┃", "┆", "┇", "┊", "┋", "╎", "╏", "║", "╵", "╷", "╹", "╻", "╽", "╿": "|"
    case "╱": "/"
    case "╲": "\\"
    case "╳": "x"
    default: "+"
    }
  }

  /// A bar's cells are full, more than half or less.
  private var blockFold: Unicode.Scalar {
    switch self {
    case "█": "#"
    case "▉", "▊", "▋", "▌", "▐": "="
    case "▍", "▎", "▏", "▕": ":"
    case "▁", "▂", "▃", "▖", "▗": "."
    case "▔", "▀", "▘", "▝": "'"
    case "▄", "▅", "▆", "▇": "="
    case "░": ":"
    case "▒": "="
    case "▓": "%"
    default: "*"
    }
  }

  private static let symbolFolds: [Unicode.Scalar: Unicode.Scalar] = {
    let folds: [(from: String, to: String)] = [
      ("−‐‑‒–—―", "-------"),
      ("·•…‹›“”„‘’‚′″\u{A0}", ".*.<>\"\"\"''''\" "),
      ("×÷±≤≥≈≠≡∼∝⋅", "x/+<>~#=~~*"),
      ("∂∇∆∑∏√∞∈∉∧∨∣∥‖⟨⟩∘∙", "dVdSPvIee&v|||<>o."),
      ("←→↑↓↔↕⇐⇒⇑⇓⇔↦↵⏎↩", "<>^v-|<>^v=><<<"),
      ("▸▹►▶▷◂◃◄◀◁▴▵▲△▾▿▼▽", ">>>>><<<<<^^^^vvvv"),
      ("●○◉◎◌◆◇■□▪▫★☆", "@oooo*o#o.o**"),
      ("✓✔✗✘☐☑☒", "++xxo+x"),
      ("αβγδεζηθικλμνξπρστυφχψω", "abgdezn0iklmnxprstufcyw"),
      ("ΓΔΘΛΞΠΣΦΨΩ", "GD0LXPSFYO"),
      ("ℓℒℝ°²³¹₀₁₂₃₄₅₆₇₈₉ᵢⱼ", "lLRo2310123456789ij"),
    ]
    var table: [Unicode.Scalar: Unicode.Scalar] = [:]
    for fold in folds {
      for (from, to) in zip(fold.from.unicodeScalars, fold.to.unicodeScalars) { table[from] = to }
    }
    table["Δ"] = "d"
    return table
  }()
}
