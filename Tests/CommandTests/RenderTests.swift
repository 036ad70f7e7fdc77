import Foundation
import Testing

@Suite("logitscope render and examples")
struct RenderTests {
  @Test("a frame has the size asked for", arguments: ["80x24", "120x40", "40x10", "1x1"])
  func size(_ size: String) throws {
    let program = try Program("render", "--size", size)
    #expect(program.status == 0)
    let parts = size.split(separator: "x").compactMap { Int($0) }
    let lines = program.output.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    #expect(lines.count == parts[1])
    #expect(lines.allSatisfy { $0.count <= parts[0] })
  }

  @Test("keys change what is seen: raised negatives take from the positive")
  func keys() throws {
    let before = try Program("render")
    let after = try Program("render", "--keys", "] ] ]")
    #expect(before.output.contains("0.8000"))
    #expect(after.output.contains("0.7477"))
    #expect(!before.output.contains("0.7477"))
  }

  @Test("the share line of a frame opens the same frame, on the screen and where there is none")
  func shareLine() throws {
    let shown = try Program("render", "--size", "200x24", "--keys", "] ] c")
    let line = try #require(shown.lines.first { $0.contains("logitscope --state ") })
    let code = String(try #require(line.split(separator: " ").last))
    let nudged = try Program("render", "--keys", "] ]")
    let reopened = try Program("render", "--state", code)
    let printed = try Program("--state", code)
    #expect(reopened.lines.prefix(9) == nudged.lines.prefix(9))
    #expect(printed.output == reopened.output)
    #expect(printed.status == 0)
  }

  @Test("the unit is that of the share line, unless another is asked for")
  func unitOfState() throws {
    let inBits = "1:x=negatives/unit=bits/end"
    let bits = try Program("render", "--unit", "bits")
    let nats = try Program("render")
    #expect(bits.output != nats.output)
    #expect(try Program("render", "--state", inBits).output == bits.output)
    #expect(try Program("render", "--state", inBits, "--unit", "nats").output == nats.output)
    #expect(
      try Program("render", "--state", "1:x=negatives/end", "--unit", "bits").output == bits.output
    )
  }

  @Test("languages and glyphs")
  func looks() throws {
    let korean = try Program("render", "--lang", "ko")
    let asked = try Program("render", environment: ["LC_ALL": "", "LANG": "ko_KR.UTF-8"])
    let ascii = try Program("render", "--lang", "en", "--ascii")
    #expect(korean.output == asked.output)
    #expect(korean.output.contains("\u{C18C}\u{D504}\u{D2B8}\u{B9E5}\u{C2A4}"))
    #expect(ascii.output.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test("colours are there where they are asked for")
  func ansi() throws {
    let text = try Program("render")
    let light = try Program("render", "--format", "ansi", "--theme", "light")
    let none = try Program("render", "--format", "ansi", "--color", "never")
    #expect(!text.output.contains("\u{1B}"))
    #expect(light.output.contains("\u{1B}[0;38;5;26m"))
    #expect(none.output.contains("\u{1B}[") && !none.output.contains("38;5;"))
  }

  @Test("a figure is SVG in the theme's colours, and a file is only written on the screen")
  func figure() throws {
    let keys = "] : type:save<Space>slide.svg<Enter>"
    let light = try Program("render", "--format", "svg", "--theme", "light", "--keys", keys)
    let dark = try Program("render", "--format", "svg", "--theme", "dark", "--keys", "] : <Esc>")
    let mono = try Program("render", "--format", "svg", "--color", "never")
    #expect(light.status == 0 && light.errors.isEmpty)
    #expect(light.output.hasPrefix("<svg ") && light.output.hasSuffix("</svg>\n"))
    #expect(light.output.contains("#005fd7") && dark.output.contains("#0087ff"))
    #expect(
      light.output.replacing(/#[0-9a-f]{6}/, with: "")
        == dark.output.replacing(/#[0-9a-f]{6}/, with: "")
    )
    #expect(!mono.output.contains("#005f"))
    #expect(!FileManager.default.fileExists(atPath: "slide.svg"))
  }

  @Test("every example is listed, opens by name, and is a problem file that reads back")
  func examples() throws {
    let names = try Program("examples").lines.compactMap { line in
      line.first == " " ? nil : line.split(separator: " ").first.map(String.init)
    }
    #expect(names.first == "negatives")
    #expect(names.count > 8)
    for name in names {
      let opened = try Program("eval", "--example", name)
      let file = try Program("examples", name)
      let read = try Program("eval", "-", input: file.output)
      #expect(opened.status == 0 && opened.output == read.output, "\(name)")
    }
  }

  @Test("the list in Korean")
  func koreanList() throws {
    let program = try Program("examples", "--lang", "ko")
    #expect(program.output.contains("\u{C74C}\u{C131}"))
  }
}
