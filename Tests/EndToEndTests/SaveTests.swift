import Foundation
import Testing

/// Figures as a person saves them.
@Suite(.serialized)
struct SaveTests {
  private func explorer(_ environment: [String: String] = [:]) throws -> Tmux {
    let tmux = try Tmux(
      "cd $DIRECTORY && mkdir -p folder.svg && $LOGITSCOPE",
      environment: environment
    )
    try tmux.wait(forText: "0.8000")
    return tmux
  }

  private func save(_ line: String, _ tmux: Tmux, says message: String) throws {
    try tmux.type(":\(line)")
    try tmux.send("Enter")
    try tmux.wait(forText: message)
  }

  private func file(_ name: String, _ tmux: Tmux) -> URL {
    tmux.directory.appendingPathComponent(name)
  }

  private func text(_ name: String, _ tmux: Tmux) throws -> String {
    try String(contentsOf: file(name, tmux), encoding: .utf8)
  }

  @Test("a figure shows the screen, and is only overwritten with !")
  func overwriting() throws {
    let tmux = try explorer()
    try save("save slide", tmux, says: "saved as slide.svg")
    let first = try text("slide.svg", tmux)
    #expect(first.hasPrefix("<svg ") && first.hasSuffix("</svg>\n") && first.contains(">0.8000<"))
    #expect(!first.contains("every command"))
    try tmux.send("]", "]", "]")
    try tmux.wait(forText: "0.7477")
    try save("save slide.svg", tmux, says: "slide.svg exists: :save! overwrites it")
    #expect(try text("slide.svg", tmux) == first)
    try save("save! slide.svg", tmux, says: "saved as slide.svg")
    #expect(try text("slide.svg", tmux).contains(">0.7477<"))
    // Nothing is left of the way there.
    let files = try FileManager.default.contentsOfDirectory(atPath: tmux.directory.path)
    #expect(Set(files) == ["folder.svg", "output", "slide.svg", "tmux"])
  }

  @Test("a problem reopens as it was, and what a table leaves out is said")
  func problems() throws {
    let tmux = try explorer()
    try tmux.send("]", "]")
    try tmux.wait(forText: "+0.20")
    try save("temperature 2", tmux, says: "T 2")
    try save("save row.json", tmux, says: "saved as row.json")
    try save("save row.csv", tmux, says: "saved as row.csv without title and settings")
    try save("save row.npy", tmux, says: "saved as row.npy: the logits alone")
    try save("code numpy row", tmux, says: "saved as row.py")
    try save("code numpy row", tmux, says: "row.py exists: :code! overwrites it")
    try save("code torch", tmux, says: "copied a torch program")
    try save("save row.yaml", tmux, says: "saved as row.yaml")
    #expect(try text("row.csv", tmux).hasPrefix("cat,dog,bird,fish,frog,target\n-3.30"))
    #expect(try text("row.yaml", tmux).contains("\ntemperature: 2\n"))
    #expect(try text("row.py", tmux).contains("\nT = 2.0\n"))
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    let reopened = try Tmux("$LOGITSCOPE \(file("row.json", tmux).path)")
    try reopened.wait(forText: "T 2")
    #expect(try reopened.capture().contains("\u{2212}3.3066"))
  }

  @Test("with ! a file that is not there is written, and of a link the file behind it")
  func links() throws {
    let tmux = try explorer()
    try FileManager.default.createDirectory(
      at: file("there", tmux),
      withIntermediateDirectories: true
    )
    try FileManager.default.createSymbolicLink(
      atPath: file("link.svg", tmux).path,
      withDestinationPath: "there/figure.svg"
    )
    try save("save! there/figure", tmux, says: "saved as there/figure.svg")
    try Data("old".utf8).write(to: file("there/figure.svg", tmux))
    try save("save link.svg", tmux, says: "link.svg exists")
    try save("save! link.svg", tmux, says: "saved as link.svg")
    #expect(try text("there/figure.svg", tmux).hasPrefix("<svg "))
    let attributes = try FileManager.default.attributesOfItem(atPath: file("link.svg", tmux).path)
    #expect(attributes[.type] as? FileAttributeType == .typeSymbolicLink)
  }

  @Test("a leading ~/ is the home directory")
  func home() throws {
    let tmux = try Tmux("HOME=$DIRECTORY $LOGITSCOPE")
    try tmux.wait(forText: "0.8000")
    try save("save ~/slide.svg", tmux, says: "saved as ~/slide.svg")
    #expect(try text("slide.svg", tmux).hasPrefix("<svg "))
  }

  @Test("what cannot be written is one line, and nothing is written")
  func failures() throws {
    let tmux = try explorer()
    try save("save none/x", tmux, says: "cannot write none/x.svg: there is no such directory")
    try save("save! folder.svg", tmux, says: "cannot write folder.svg: a directory or a device")
    try save("save slide.png", tmux, says: "end the name in .svg")
    try tmux.send("Escape")
    let full = file("full.svg", tmux)
    try FileManager.default.createSymbolicLink(atPath: full.path, withDestinationPath: "/dev/null")
    try save("save! full.svg", tmux, says: "cannot write full.svg: a directory or a device")
    let device = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(device[.type] as? FileAttributeType == .typeCharacterSpecial)
    // The screen is whole and the explorer goes on.
    try tmux.send("q")
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
  }

  @Test(
    "what render prints with colours a terminal shows as the same screen",
    arguments: ["en", "ko"]
  )
  func replay(language: String) throws {
    let line = "$LOGITSCOPE render --lang \(language) --keys ']' --theme light --format"
    let tmux = try Tmux(
      "\(line) text > $DIRECTORY/frame; \(line) ansi > $DIRECTORY/colours; cat $DIRECTORY/colours",
      rows: 26
    )
    #expect(try tmux.outcome() == "exit=0 stty-same=yes")
    let frame = try text("frame", tmux)
    #expect(frame.split(separator: "\n", omittingEmptySubsequences: false).count == 25)
    #expect(try tmux.capture().hasPrefix(frame))
    #expect(try text("colours", tmux).contains("\u{1B}["))
  }
}
