import Glibc
import Testing

@testable import TerminalUI

@Suite struct PaletteTests {
  private let hues: [Role] = [.positive, .negative, .accent]

  @Test(arguments: [Role.positive, .negative, .accent])
  func `on an unknown ground marks take a hue and text does not`(role: Role) {
    let palette = Palette(theme: .both, depth: .indexed256)
    func foreground(_ glyph: String) -> Int? {
      let cell = Cell(glyph: glyph, style: Style(role: role))
      return palette.attributes(for: palette.style(of: cell)).foreground
    }
    for text in ["0", "−", "가", "[", "s"] { #expect(foreground(text) == nil, "\(text)") }
    for mark in ["█", "▏", "⣤", "▸", "✓", "●"] { #expect(foreground(mark) != nil, "\(mark)") }
  }

  @Test(arguments: [Theme.light, .dark, .both], [Role.positive, .negative, .accent, .faint])
  func `text has the contrast that its ground asks for`(theme: Theme, role: Role) throws {
    let palette = Palette(theme: theme, depth: .indexed256)
    let index = try #require(palette.attributes(for: Style(role: role)).foreground)
    let luminance = RGB(index: index).luminance
    let onWhite = 1.05 / (luminance + 0.05)
    let onBlack = (luminance + 0.05) / 0.05
    switch theme {
    case .light: #expect(onWhite >= 4.5)
    case .dark: #expect(onBlack >= 4.5)
    case .both: #expect(min(onWhite, onBlack) >= 3)
    case .mono: Issue.record("no colours to measure")
    }
    if role == .faint { #expect(min(onWhite, onBlack) >= 4.5) }
  }

  @Test(arguments: [Theme.light, .dark, .both])
  func `the hues are told apart by every kind of eye`(theme: Theme) throws {
    let palette = Palette(theme: theme, depth: .indexed256)
    let colors = try hues.map {
      RGB(index: try #require(palette.attributes(for: Style(role: $0)).foreground))
    }
    for vision in Vision.allCases {
      for (one, other) in [(0, 1), (0, 2), (1, 2)] {
        let distance = colors[one].seen(by: vision).distance(to: colors[other].seen(by: vision))
        #expect(distance >= 0.1, "\(hues[one]) and \(hues[other]), \(vision)")
      }
    }
  }

  @Test(arguments: [Theme.light, .dark, .both])
  func `the accent is lighter or darker than the positive`(theme: Theme) throws {
    let palette = Palette(theme: theme, depth: .indexed256)
    let two = try [Role.positive, .accent].map {
      RGB(index: try #require(palette.attributes(for: Style(role: $0)).foreground)).luminance + 0.05
    }
    #expect(max(two[0], two[1]) / min(two[0], two[1]) >= 1.5)
  }

  @Test(arguments: Theme.allCases, [ColorDepth.none, .eight, .indexed256])
  func `black, white and grey of a terminal's own theme are never text`(
    theme: Theme,
    depth: ColorDepth
  ) {
    let palette = Palette(theme: theme, depth: depth)
    for role in Role.allCases {
      let index = palette.attributes(for: Style(role: role)).foreground
      #expect(![0, 7, 8, 15].contains(index))
      if depth == .eight, let index { #expect((1...6).contains(index)) }
      if depth == .none || theme == .mono { #expect(index == nil) }
    }
    #expect(palette.attributes(for: .text) == .plain)
  }

  @Test(arguments: Theme.allCases, [ColorDepth.none, .eight, .indexed256])
  func `no two roles but a mono negative look alike`(theme: Theme, depth: ColorDepth) {
    let palette = Palette(theme: theme, depth: depth)
    let looks = Set(Role.allCases.map { palette.attributes(for: Style(role: $0)) })
    #expect(looks.count == (theme == .mono || depth == .none ? 4 : 5))
  }

  @Test func `bold and underline come on top of a role`() {
    let palette = Palette(theme: .light, depth: .none)
    let changed = palette.attributes(for: Style(role: .faint, bold: true, underline: true))
    #expect(changed.bold && changed.underline && !changed.dim)
  }

  @Test(arguments: [
    ("15;0", Theme.dark), ("0;15", .light), ("0;default;15", .light), ("7;8", .dark),
    ("0;7", .light),
    ("15;default", .both), ("", .both), ("15;16", .both), ("dark", .both),
  ])
  func `the ground is what the terminal says`(value: String, theme: Theme) {
    #expect(Theme.from(colorFGBG: value) == theme)
    #expect(Theme.from(colorFGBG: nil) == .both)
  }

  // MARK: Shades

  private static let grounds = [Theme.light, .dark, .both]
  private static let shades = [-4, -3, -2, -1, 1, 2, 3, 4]

  private func colors(_ theme: Theme, _ shade: Int) throws -> (ink: RGB, ground: RGB) {
    let palette = Palette(theme: theme, depth: .indexed256)
    let look = palette.attributes(for: Style(role: .negative, shade: shade))
    return (
      RGB(index: try #require(look.foreground)), RGB(index: try #require(look.background))
    )
  }

  @Test(arguments: grounds, shades)
  func `a shade brings the ink that can be read on it`(theme: Theme, shade: Int) throws {
    let (ink, ground) = try colors(theme, shade)
    let pair = [ink.luminance, ground.luminance].sorted()
    #expect((pair[1] + 0.05) / (pair[0] + 0.05) >= 4.5)
  }

  @Test(arguments: grounds, [-1, 1])
  func `a stronger shade is further from its ground, or more colourful where that is unknown`(
    theme: Theme,
    sign: Int
  ) throws {
    let strengths = try (1...4).map { step in
      let ground = try colors(theme, sign * step).ground
      return switch theme {
      case .light: 1 - ground.lightness
      case .dark: ground.lightness
      case .both, .mono: ground.chroma
      }
    }
    #expect(zip(strengths, strengths.dropFirst()).allSatisfy { $1 - $0 >= 0.02 }, "\(strengths)")
  }

  @Test(arguments: grounds, 1...4)
  func `the signs of a shade are told apart by every kind of eye`(theme: Theme, step: Int) throws {
    let (up, down) = (try colors(theme, step).ground, try colors(theme, -step).ground)
    for vision in Vision.allCases {
      let distance = up.seen(by: vision).distance(to: down.seen(by: vision))
      #expect(distance >= 0.05, "\(vision)")
    }
  }

  @Test(arguments: Theme.allCases, [ColorDepth.none, .eight, .indexed256])
  func `without 256 colours and a hue a shade changes nothing`(theme: Theme, depth: ColorDepth) {
    let palette = Palette(theme: theme, depth: depth)
    for role in Role.allCases {
      let plain = Cell(glyph: "1", style: Style(role: role))
      let shaded = Cell(glyph: "1", style: Style(role: role, shade: -3))
      let looks = [plain, shaded].map { palette.attributes(for: palette.style(of: $0)) }
      #expect(looks[0].background == nil)
      let isTinted = theme != .mono && depth == .indexed256
      #expect((looks[1].background != nil) == isTinted)
      #expect((looks[0] == looks[1]) == !isTinted)
    }
  }

  @Test(arguments: grounds)
  func `a shade takes bold and underline, and none is stronger than the fourth`(theme: Theme) {
    let palette = Palette(theme: theme, depth: .indexed256)
    func look(_ style: Style) -> Attributes {
      palette.attributes(for: palette.style(of: Cell(glyph: "a", style: style)))
    }
    let marked = look(Style(role: .accent, bold: true, underline: true, shade: 2))
    #expect(marked.bold && marked.underline)
    #expect(marked.background == look(Style(shade: 2)).background)
    for shade in [-4, 4] {
      #expect(look(Style(shade: shade)) == look(Style(shade: shade < 0 ? .min : .max)))
    }
  }
}

private enum Vision: CaseIterable {
  case common, protan, deutan, tritan

  /// Full loss of one cone, after Machado, Oliveira and Fernandes (2009).
  var matrix: [[Double]] {
    switch self {
    case .common: [[1, 0, 0], [0, 1, 0], [0, 0, 1]]
    case .protan:
      [
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
      ]
    case .deutan:
      [
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413],
        [-0.011820, 0.042940, 0.968881],
      ]
    case .tritan:
      [
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602],
        [0.004733, 0.691367, 0.303900],
      ]
    }
  }
}

/// Linear light, 0 to 1 each.
private struct RGB {
  var channels: [Double]

  /// A colour of xterm's cube or grey ramp.
  init(index: Int) {
    let levels = [0.0, 95, 135, 175, 215, 255]
    let cube = index - 16
    let encoded =
      index < 232
      ? [levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6]]
      : Array(repeating: Double(8 + 10 * (index - 232)), count: 3)
    channels = encoded.map { byte in
      let value = byte / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
  }

  /// Relative luminance, as WCAG defines it.
  var luminance: Double { 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2] }

  func seen(by vision: Vision) -> RGB {
    var copy = self
    copy.channels = vision.matrix.map { row in
      min(1, max(0, zip(row, channels).reduce(0) { $0 + $1.0 * $1.1 }))
    }
    return copy
  }

  /// The distance in Oklab, where 0.02 can just be seen.
  func distance(to other: RGB) -> Double {
    sqrt(zip(oklab, other.oklab).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) })
  }

  /// Oklab's lightness, 0 to 1.
  var lightness: Double { oklab[0] }

  /// How far from grey, in Oklab.
  var chroma: Double { sqrt(oklab[1] * oklab[1] + oklab[2] * oklab[2]) }

  private var oklab: [Double] {
    let cones = Self.times(
      [
        [0.4122214708, 0.5363325363, 0.0514459929], [0.2119034982, 0.6806995451, 0.1073969566],
        [0.0883024619, 0.2817188376, 0.6299787005],
      ],
      channels
    )
    return Self.times(
      [
        [0.2104542553, 0.7936177850, -0.0040720468], [1.9779984951, -2.4285922050, 0.4505937099],
        [0.0259040371, 0.7827717662, -0.8086757660],
      ],
      cones.map { cbrt($0) }
    )
  }

  private static func times(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
    matrix.map { row in zip(row, vector).reduce(0) { $0 + $1.0 * $1.1 } }
  }
}
