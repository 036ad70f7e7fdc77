import ArgumentParser

/// The command line as a whole; what a person reads as its help is that of `Explore`.
struct Logitscope: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "logitscope",
    abstract: "terminal explorer of softmax, cross entropy and its gradient",
    version: "logitscope 0.1.0",
    subcommands: [
      Explore.self, Eval.self, Render.self, ListExamples.self, TakeLesson.self, PlayLesson.self,
      GenerateManual.self,
    ],
    defaultSubcommand: Explore.self
  )
}
