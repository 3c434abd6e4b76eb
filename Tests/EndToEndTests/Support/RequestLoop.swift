import Glibc
import Synchronization
import TestSupport

/// Clients that ask for a shop's pets with its key, one request after the other, while something else is done.
struct RequestLoop {
  /// What an answer is told apart by.
  struct Answer: Hashable {
    let status: Int
    let text: String
  }

  let gateway: ServedGateway
  let shop: Shop
  let connectionCount: Int
  /// What each client waits between an answer and its next request, so that all of them stay below what
  /// the account allows.
  var pauseMilliseconds: Int32 = 0

  /// Does the work while the clients ask, each on a thread and a connection of its own.
  /// - Returns: how often each answer came.
  /// - Throws: what the work throws, or what ended a client's connection.
  func run(during work: () throws -> Void) throws -> [Answer: Int] {
    let isOver = Atomic(false)
    let clients = (0..<connectionCount).map { _ in
      Worker { [port = gateway.port, path = shop.path, secret = shop.secret, pauseMilliseconds] in
        Result {
          var counts: [Answer: Int] = [:]
          let client = try RawHTTPClient(port: port)
          while !isOver.load(ordering: .relaxed) {
            let answer = try client.get(path, key: secret)
            counts[Answer(status: answer.status, text: answer.text), default: 0] += 1
            poll(nil, 0, pauseMilliseconds)
          }
          return counts
        }
      }
    }
    let outcome = Result { try work() }
    isOver.store(true, ordering: .relaxed)
    let seen = clients.map { $0.value() }
    try outcome.get()
    return try seen.reduce(into: [:]) { $0.merge(try $1.get(), uniquingKeysWith: +) }
  }
}
