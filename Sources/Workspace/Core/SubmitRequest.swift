import GatewayModel
import Journal

/// A command with all that goes into its journal line.
struct SubmitRequest {
  var command: Command
  var actor: Actor
  var surface: Surface
  var expecting: [EntityRef: Sequence64]
  var id: TransactionID
}

/// What came of a request while the lock was held.
struct SubmitOutcome {
  var ticket: JournalTicket?
  var sequence: Sequence64?
  var decision: Decision
  var isRepeat = false
}

/// An expectation that does not hold; the other side is looked up once the lock is given back.
struct RevisionMismatch: Error {
  var ref: EntityRef
  var expected: Sequence64
}
