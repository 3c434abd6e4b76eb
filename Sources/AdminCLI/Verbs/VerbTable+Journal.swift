import GatewayModel
import Journal
import Workspace

extension VerbTable {
  static let journalVerbs = [
    VerbSpec(
      "journal", "head", summary: "Print the number and chain of the last line",
      details: "Kept elsewhere, it shows later whether the journal was rewritten.",
      examples: ["journal head"], action: .administer(head)),
    VerbSpec(
      "journal", "checkpoint", summary: "Write the state down so that opening is quick",
      details: "A checkpoint is a cache: deleting it costs time, never data.",
      examples: ["journal checkpoint"], action: .administer(checkpoint)),
  ]

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
