/// What keeps progress in the lessons from being kept, or from being read.
package enum ProgressTrouble: Error, Hashable, Sendable {
  /// There is no home directory to keep it in.
  case noHome
  /// It is kept by a later program, in a way of its own.
  case laterVersion
  case unreadable
  case unwritable(FileFailure)
  /// It was damaged, lies now beside under that name, and begins anew.
  case damaged(movedTo: String)
}

extension Phrase {
  static func progress(_ trouble: ProgressTrouble) -> Phrase {
    switch trouble {
    case .noHome: notKept(Phrase(en: "HOME is not set", ko: "HOME이 설정되지 않았습니다"))
    case .laterVersion:
      notKept(Phrase(en: "a later logitscope keeps it", ko: "더 새로운 버전의 logitscope가 쓰는 파일입니다"))
    case .unreadable: notKept(Phrase(en: "its file cannot be read", ko: "파일을 읽을 수 없습니다"))
    case .unwritable(let failure): notKept(reason(failure))
    case .damaged(let name):
      Phrase(
        en: "the progress file was damaged; it is now \(name)",
        ko: "진도 파일이 손상되어 \(name) 파일로 옮겼습니다"
      )
    }
  }

  private static func notKept(_ reason: Phrase) -> Phrase {
    Phrase(
      en: "progress is not kept: \(reason.en)",
      ko: "진도를 저장할 수 없습니다: \(reason.ko)"
    )
  }

  private static func reason(_ failure: FileFailure) -> Phrase {
    switch failure {
    case .exists:
      Phrase(en: "a file is in the way", ko: "같은 이름의 파일이 있습니다")
    case .noDirectory:
      Phrase(en: "there is no such directory", ko: "디렉터리가 없습니다")
    case .notPermitted:
      Phrase(en: "no permission", ko: "쓰기 권한이 없습니다")
    case .notAFile:
      Phrase(en: "a directory or a device is in the way", ko: "파일 자리에 디렉터리나 장치가 있습니다")
    case .noSpace:
      Phrase(en: "the disk is full", ko: "디스크가 가득 찼습니다")
    case .other(let words):
      Phrase(verbatim: words)
    }
  }
}
