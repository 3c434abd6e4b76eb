/// The connections that asked for a look at the end of the turn.
final class ConnectionQueue {
  private var waiting: [HTTPConnection] = []
  private var spare: [HTTPConnection] = []

  var isEmpty: Bool { waiting.isEmpty }

  func add(_ connection: HTTPConnection) {
    waiting.append(connection)
  }

  /// Looks at each; what asks meanwhile waits for the next turn.
  func run() {
    swap(&waiting, &spare)
    for index in spare.indices {
      let connection = spare[index]
      connection.isQueued = false
      connection.process()
    }
    spare.removeAll(keepingCapacity: true)
  }
}
