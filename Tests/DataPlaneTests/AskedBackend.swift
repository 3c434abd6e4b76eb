import Foundation
import Synchronization
import TestSupport

/// A backend that remembers what it was asked last and answers with given bytes.
final class AskedBackend: Sendable {
  private let server: ScriptedServer
  private let memory: Memory

  private final class Memory: Sendable {
    let request = Mutex("")
  }

  init(answering answer: String) throws {
    let memory = Memory()
    self.memory = memory
    server = try ScriptedServer { request in
      memory.request.withLock { $0 = String(decoding: request, as: UTF8.self) }
      return (Array(answer.utf8), .keepOpen)
    }
  }

  /// With a body and header fields, each with its line end.
  convenience init(status: Int = 200, fields: String = "", body: String = "") throws {
    try self.init(
      answering:
        "HTTP/1.1 \(status) X\r\n\(fields)Content-Length: \(body.utf8.count)\r\n\r\n\(body)")
  }

  /// The last request, head and body.
  var request: String { memory.request.withLock { $0 } }

  /// The names of the last request's header fields, in lower case.
  var fieldNames: [String] {
    request.components(separatedBy: "\r\n\r\n")[0].components(separatedBy: "\r\n").dropFirst()
      .map { String($0.prefix { $0 != ":" }).lowercased() }
  }

  /// The value of a field of the last request.
  func field(_ name: String) -> String? {
    request.components(separatedBy: "\r\n").first {
      $0.lowercased().hasPrefix("\(name.lowercased()): ")
    }.map { String($0.dropFirst(name.count + 2)) }
  }

  var url: String { "http://127.0.0.1:\(server.port)" }
  var connectionCount: Int { server.connectionCount }
}
