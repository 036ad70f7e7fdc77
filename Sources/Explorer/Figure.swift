import TerminalUI

extension State {
  /// The file that a name asks for: `slide` is slide.svg, and slide.png is refused, since it would hold no PNG.
  static func figurePath(_ text: String) throws(Refusal) -> String {
    let name = text.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard !name.isEmpty, name != "~", parts.contains(where: { !$0.isEmpty }) else {
      throw Refusal(.figureNeedsName)
    }
    guard parts.count > 1, let ending = parts.last else { return text + ".svg" }
    guard ending.lowercased() == "svg", parts.count > 2 || parts.first?.isEmpty == false else {
      throw Refusal(.figureIsSVG)
    }
    return text
  }
}

extension Phrase {
  static let figureNeedsName = Phrase(
    en: "name a file, as in :save slide.svg",
    ko: "파일 이름을 입력하세요. 예: :save slide.svg"
  )
  static let figureIsSVG = Phrase(
    en: "figures are SVG: end the name in .svg, or leave the ending out",
    ko: "SVG로만 저장합니다. 이름을 .svg로 끝내거나 확장자를 빼세요"
  )

  static func figureSaved(_ path: String) -> Phrase {
    let path = shown(path)
    return Phrase(en: "saved as \(path)", ko: "저장했습니다: \(path)")
  }

  static func figureNotSaved(_ path: String, _ failure: FileFailure) -> Phrase {
    let path = shown(path)
    return switch failure {
    case .exists:
      Phrase(
        en: "\(path) exists: :save! overwrites it",
        ko: "\(path): 이미 있는 파일입니다 (덮어쓰기: :save!)"
      )
    case .noDirectory:
      Phrase(
        en: "cannot write \(path): there is no such directory",
        ko: "\(path): 디렉터리가 없어 저장할 수 없습니다"
      )
    case .notPermitted:
      Phrase(
        en: "cannot write \(path): no permission",
        ko: "\(path): 쓰기 권한이 없어 저장할 수 없습니다"
      )
    case .notAFile:
      Phrase(
        en: "cannot write \(path): a directory or a device",
        ko: "\(path): 디렉터리나 장치라서 저장할 수 없습니다"
      )
    case .noSpace:
      Phrase(
        en: "cannot write \(path): the disk is full",
        ko: "\(path): 디스크가 가득 차 저장할 수 없습니다"
      )
    case .other(let words):
      Phrase(
        en: "cannot write \(path): \(words)",
        ko: "\(path): 저장할 수 없습니다. \(words)"
      )
    }
  }

  /// The end of a path, which tells more than its beginning.
  private static func shown(_ path: String) -> String {
    let limit = 32
    let path = visible(path)
    guard displayWidth(path) > limit else { return path }
    var end = path.suffix(limit)
    while displayWidth(end) >= limit { end.removeFirst() }
    return "…" + end
  }
}
