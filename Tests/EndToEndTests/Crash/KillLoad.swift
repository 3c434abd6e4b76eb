import Glibc
import Synchronization
import TestSupport
import Testing

/// Requests to a gateway, and changes through its control plane, while something else is being killed.
final class KillLoad: Sendable {
  private let isStopped = Mutex(false)

  /// Begins both, each on a thread of its own.
  /// - Parameters:
  ///   - shop: whose stage is asked, and whose key is described anew again and again.
  ///   - gateway: with a control plane that wants no signatures.
  func start(_ shop: Shop, _ gateway: ServedGateway) -> (requests: Worker<Int>, last: Worker<Int>) {
    let requests = Worker { [self, port = gateway.port, path = shop.path, secret = shop.secret] in
      guard let client = try? LoadClient(port: port, connections: 2, path: path, key: secret)
      else { return 0 }
      try? client.run { _ in goesOn }
      return client.answers.count { $0.status == 200 }
    }
    let last = Worker { [self, port = gateway.controlPort, key = shop.key] in
      var last = 0
      guard let client = try? RawHTTPClient(port: port) else { return last }
      while goesOn {
        let body = """
          {"patchOperations":[{"op":"replace","path":"/description","value":"\(last + 1)"}]}
          """
        let answer = try? client.request("PATCH", "/apikeys/\(key)", body: Array(body.utf8))
        guard answer?.status == 200 else { return last }
        last += 1
        // Paced, so that a console that is not optimized has time left for its user.
        poll(nil, 0, 10)
      }
      return last
    }
    return (requests, last)
  }

  /// Ends both.
  func stop() { isStopped.withLock { $0 = true } }

  private var goesOn: Bool { isStopped.withLock { !$0 } }
}
