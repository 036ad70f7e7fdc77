/// A text of the screen in every language: one without a translation does not compile.
package struct Phrase: Hashable, Sendable {
  package let en: String
  package let ko: String

  package init(en: String, ko: String) {
    self.en = en
    self.ko = ko
  }

  /// A name or a number, the same in every language.
  package init(verbatim text: String) {
    self.init(en: text, ko: text)
  }

  /// One put together of others, in each language alike.
  init(_ text: (Language) -> String) {
    self.init(en: text(.en), ko: text(.ko))
  }

  package subscript(_ language: Language) -> String {
    switch language {
    case .en: en
    case .ko: ko
    }
  }
}
