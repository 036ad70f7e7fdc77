import LogitModel
import TerminalUI

/// What the last row says of files and of the clipboard.
extension Phrase {
  static let saveNeedsName = Phrase(
    en: "name a file, as in :save slide.svg",
    ko: "파일 이름을 입력하세요. 예: :save slide.svg"
  )
  static let saveNeedsEnding = Phrase(
    en: "end the name in .svg, .json, .yaml, .csv, .tsv or .npy",
    ko: "쓸 수 있는 확장자: .svg, .json, .yaml, .csv, .tsv, .npy"
  )

  static func codeNeedsEnding(_ language: CodeLanguage) -> Phrase {
    Phrase(
      en: "a \(language.rawValue) program ends in .\(language.ending)",
      ko: "\(language.rawValue) 프로그램의 확장자는 .\(language.ending)입니다"
    )
  }

  static func codeHidesLibrary(_ name: String) -> Phrase {
    Phrase(
      en: "\(name) would hide the library: choose another name",
      ko: "\(name): 라이브러리를 가립니다. 다른 이름을 쓰세요"
    )
  }

  static func saved(_ content: SavedContent, _ path: String, readsLogits: Bool) -> Phrase {
    switch content {
    case .problem(let problem, .csv) where !problem.isTable,
      .problem(let problem, .tsv) where !problem.isTable:
      let path = shown(path, limit: noteLimit)
      return Phrase(
        en: "saved as \(path) without title and settings: .json keeps them",
        ko: "저장했습니다: \(path) (제목과 설정은 빠짐, 모두 저장: .json)"
      )
    case .problem(_, .npy):
      let path = shown(path, limit: noteLimit)
      return Phrase(
        en: "saved as \(path): the logits alone, .json keeps the rest",
        ko: "저장했습니다: \(path) (로짓만 저장, 모두 저장: .json)"
      )
    case .code where readsLogits:
      let path = shown(path, limit: noteLimit)
      return Phrase(
        en: "saved as \(path): it reads the file of :save logits.npy",
        ko: "저장했습니다: \(path) (:save logits.npy로 저장한 파일을 읽음)"
      )
    case .figure, .problem, .code:
      let path = shown(path)
      return Phrase(en: "saved as \(path)", ko: "저장했습니다: \(path)")
    }
  }

  static func codeCopied(_ language: CodeLanguage, readsLogits: Bool) -> Phrase {
    let name = language.rawValue
    return readsLogits
      ? Phrase(
        en: "copied a \(name) program: it reads the file of :save logits.npy",
        ko: "\(name) 프로그램을 복사했습니다 (:save logits.npy로 저장한 파일을 읽음)"
      )
      : Phrase(
        en: "copied a \(name) program that prints this loss; :code \(name) FILE saves it",
        ko: "같은 손실을 출력하는 \(name) 프로그램을 복사했습니다 (저장: :code \(name) 파일)"
      )
  }

  static func notSaved(_ content: SavedContent, _ path: String, _ failure: SaveFailure) -> Phrase {
    switch failure {
    case .refused(let refusal): return refused(refusal)
    case .file(let failure):
      let command = if case .code = content { "code!" } else { "save!" }
      return notWritten(shown(path), failure, command: command)
    }
  }

  static func refused(_ refusal: SaveRefusal) -> Phrase {
    switch refusal {
    case .distribution:
      Phrase(
        en: "a table cannot hold a target that is a distribution: save as .json",
        ko: "분포 타깃은 표로 저장할 수 없습니다. .json으로 저장하세요"
      )
    case .names:
      Phrase(
        en: "this kind of file would confuse some of the names: save as .json",
        ko: "이 형식에서는 이름이 달라질 수 있습니다. .json으로 저장하세요"
      )
    case .noLoss:
      Phrase(
        en: "no row has a loss to print: y makes the class in focus the positive",
        ko: "출력할 손실이 없습니다. y 키로 양성 클래스를 지정하세요"
      )
    case .tooLong:
      Phrase(
        en: "too many targets or weights for a short program: :save FILE.json",
        ko: "타깃이나 가중치가 많아 짧은 프로그램이 되지 않습니다 (:save 파일.json)"
      )
    case .largeYAML(let limit):
      Phrase(
        en: "more than \(limit) MiB as YAML: save as .json",
        ko: "YAML 파일이 \(limit) MiB보다 큽니다. .json으로 저장하세요"
      )
    }
  }

  private static func notWritten(
    _ path: String,
    _ failure: FileFailure,
    command: String
  ) -> Phrase {
    switch failure {
    case .exists:
      Phrase(
        en: "\(path) exists: :\(command) overwrites it",
        ko: "\(path): 이미 있는 파일입니다 (덮어쓰기: :\(command))"
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

  /// Where something else has to stand beside the path.
  private static let noteLimit = 22

  /// The end of a path, which tells more than its beginning.
  private static func shown(_ path: String, limit: Int = 32) -> String {
    let path = visible(path)
    guard displayWidth(path) > limit else { return path }
    var end = path.suffix(limit)
    while displayWidth(end) >= limit { end.removeFirst() }
    return "…" + end
  }
}

extension Problem {
  /// Whether class names, logits and targets are all there is to say.
  fileprivate var isTable: Bool { title.isEmpty && settings == Settings() }
}
