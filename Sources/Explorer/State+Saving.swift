import LogitModel

extension State {
  /// What is to be saved, decided by the ending of the name: `slide` and slide.svg are a figure, and slide.png is
  /// refused, since it would hold no PNG.
  func saving(to text: String, overwriting: Bool) throws(Refusal) -> Effect {
    let name = try FileName(text)
    let ending = name.ending ?? "svg"
    let path = name.path(ending: ending)
    if ending == "svg" { return .save(.figure, path: path, overwriting: overwriting) }
    guard let format = ProblemFormat(ending: ending) else { throw Refusal(.saveNeedsEnding) }
    return .save(.problem(problem, format), path: path, overwriting: overwriting)
  }

  /// A program to copy, or to save where a file is named.
  func coding(_ language: CodeLanguage, to text: String?, overwriting: Bool) throws(Refusal)
    -> Effect
  {
    guard let text else { return .copyCode(problem, language) }
    let name = try FileName(text)
    guard name.ending ?? language.ending == language.ending else {
      throw Refusal(.codeNeedsEnding(language))
    }
    let path = name.path(ending: language.ending)
    let base = path.split(separator: "/").last ?? ""
    // Python takes a file of that name for the library itself.
    if CodeLanguage.allCases.contains(where: { base == "\($0.rawValue).py" }) {
      throw Refusal(.codeHidesLibrary(String(base)))
    }
    return .save(.code(problem, language), path: path, overwriting: overwriting)
  }
}

extension Command {
  /// The language and the file behind `code`.
  static func codeAction(_ text: String, overwriting: Bool) throws(Refusal) -> Action {
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let language = words.first.flatMap(CodeLanguage.init) else {
      throw Refusal(.oneOf(text, CodeLanguage.allCases.map(\.rawValue)))
    }
    return .code(
      language,
      path: words.dropFirst().first.map { NumberText.trimmed($0) },
      overwriting: overwriting
    )
  }
}

/// The name of a file as it was typed.
private struct FileName {
  private let text: String
  /// What stands behind the last point, in lower case; nil where there is none.
  let ending: String?

  init(_ text: String) throws(Refusal) {
    let name = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard !name.isEmpty, name != "~", parts.contains(where: { !$0.isEmpty }) else {
      throw Refusal(.saveNeedsName)
    }
    let isEndingAlone = parts.count == 2 && parts.first?.isEmpty == true
    if isEndingAlone { throw Refusal(.saveNeedsEnding) }
    self.text = text
    ending = parts.count > 1 ? parts.last?.lowercased() : nil
  }

  func path(ending: String) -> String { self.ending == nil ? "\(text).\(ending)" : text }
}
