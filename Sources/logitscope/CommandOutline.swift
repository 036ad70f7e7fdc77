import ProblemFiles

/// A command as the parser describes it.
struct CommandOutline {
  /// An option, a flag, or an argument that is known by its place.
  struct Argument: Hashable {
    /// As they are typed; none for an argument that is known by its place.
    let names: [String]
    /// What stands for the value in the help; nil for a flag.
    let value: String?
    /// The head that it stands under with other commands too; nil for one of this command alone.
    let section: String?
    let abstract: String
    /// The values there are; beside files, those that have a name.
    let choices: [String]
    let usual: String?
    let takesFile: Bool
    let isOptional: Bool
    let isRepeating: Bool
  }

  let name: String
  let abstract: String
  let discussion: String
  let isShown: Bool
  let arguments: [Argument]

  /// Those that are known by their names.
  var options: [Argument] { arguments.filter { !$0.names.isEmpty } }

  /// Those that are known by their places.
  var places: [Argument] { arguments.filter(\.names.isEmpty) }

  init(_ node: Node) {
    name = node["commandName"]?.text ?? ""
    abstract = node["abstract"]?.text ?? ""
    discussion = node["discussion"]?.text ?? ""
    isShown = node["shouldDisplay"]?.isTrue ?? true
    arguments = (node["arguments"]?.nodes ?? [])
      .filter { $0["shouldDisplay"]?.isTrue ?? true }
      .map(Argument.init)
  }
}

extension CommandOutline.Argument {
  fileprivate init(_ node: Node) {
    names = (node["names"]?.nodes ?? []).map { name in
      (name["kind"]?.text == "long" ? "--" : "-") + (name["name"]?.text ?? "")
    }
    value = node["kind"]?.text == "flag" ? nil : node["valueName"]?.text
    section = node["sectionTitle"]?.text
    abstract = node["abstract"]?.text ?? ""
    choices = (node["allValues"]?.nodes ?? []).compactMap(\.text)
    usual = node["defaultValue"]?.text
    takesFile = node["completionKind"]?["file"] != nil
    isOptional = node["isOptional"]?.isTrue ?? false
    isRepeating = node["isRepeating"]?.isTrue ?? false
  }
}

extension Node {
  subscript(key: String) -> Node? {
    guard case .map(let members) = value else { return nil }
    return members.first { $0.key == key }?.node
  }

  var text: String? {
    if case .string(let text) = value { text } else { nil }
  }

  var nodes: [Node] {
    if case .list(let nodes) = value { nodes } else { [] }
  }

  fileprivate var isTrue: Bool {
    if case .boolean(let isTrue) = value { isTrue } else { false }
  }
}
