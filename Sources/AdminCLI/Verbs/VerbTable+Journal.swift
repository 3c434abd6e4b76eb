import GatewayModel
import Journal
import Workspace

extension VerbTable {
  static let journalVerbs = [
    VerbSpec(
      "journal", "verify", summary: "Read the whole journal and check every line and the chain",
      details: "Changes nothing and takes no lock. Exit code 3 if anything is wrong. A head noted "
        + "elsewhere shows whether the journal was rewritten or rolled back since.",
      options: [
        OptionSpec("--head", "N:CHAIN", help: "a head printed earlier by journal head")
      ],
      examples: ["journal verify", "journal verify --json"], action: .administer(verify)),
    VerbSpec(
      "journal", "head", summary: "Print the number and chain of the last line",
      details: "Kept elsewhere, it shows later whether the journal was rewritten.",
      examples: ["journal head"], action: .administer(head)),
    VerbSpec(
      "journal", "checkpoint", summary: "Write the state down so that opening is quick",
      details: "A checkpoint is a cache: deleting it costs time, never data.",
      examples: ["journal checkpoint"], action: .administer(checkpoint)),
  ]

  private static func verify(_ session: AdminSession) throws {
    let expected = try session.invocation.value("--head").map { text in
      guard let head = JournalHead(text) else {
        throw CommandLineError(
          "--head takes N:CHAIN as journal head prints it, not “\(text)”.",
          verb: session.invocation.verb)
      }
      return head
    }
    let result = try FileJournal.verify(session.workspaceDirectory(), expecting: expected)
    let text = VerificationText(result)
    if session.output.isJSON {
      session.output.json(text.json)
    } else {
      session.output.line(text.summary)
      if let bytes = result.firstProblem?.firstBytes {
        session.output.line("the damaged record begins  \(bytes)")
      }
    }
    result.notices.forEach { session.output.note("note: \(AdminOutput.safe($0))") }
    if let problem = result.firstProblem { throw problem }
  }

  private static func head(_ session: AdminSession) throws {
    let head = try session.workspace().head
    if session.output.isJSON {
      return session.output.json([
        "sequence": .integer(Int64(head.sequence)), "chain": .string("\(head.chain)"),
      ])
    }
    session.output.line("\(head.sequence):\(head.chain)")
  }

  private static func checkpoint(_ session: AdminSession) throws {
    let sequence = try session.workspace().checkpoint()
    session.report(
      id: "#\(sequence)", "checkpoint written",
      json: ["sequence": .integer(Int64(sequence))])
  }
}
