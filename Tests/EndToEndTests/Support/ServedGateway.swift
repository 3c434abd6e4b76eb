import Glibc
import TestSupport
import Testing

/// A running `keystile serve`.
final class ServedGateway {
  let process: ChildProcess
  let port: UInt16
  /// Where the control plane listens.
  let controlPort: UInt16

  /// - Parameter isSigned: whether the control plane asks for signatures.
  init(_ bench: Workbench, isSigned: Bool = false) throws {
    process = try ChildProcess(
      [
        Workbench.program, "serve", "--listen", "127.0.0.1:0", "--control", "127.0.0.1:0",
      ] + (isSigned ? [] : ["--no-auth"]), environment: bench.environment)
    try process.wait(for: "ready") { $0.contains("ready\n") }
    port = try #require(Self.port(of: "gateway", in: process.output), "\(process.output)")
    controlPort = try #require(Self.port(of: "control", in: process.output), "\(process.output)")
  }

  private static func port(of name: String, in output: String) -> UInt16? {
    let line = output.split(separator: "\n").first { $0.hasPrefix(name) }
    return line?.split(separator: ":").last.flatMap { UInt16($0) }
  }

  /// A new connection.
  func connect() throws -> RawHTTPClient { try RawHTTPClient(port: port) }

  /// Sends one request on a connection of its own.
  func get(_ target: String, key: String? = nil) throws -> RawHTTPClient.Response {
    try connect().get(target, key: key)
  }

  /// Asks until the answer is `status`, at most `timeout`.
  func wait(
    forStatus status: Int, of target: String, key: String? = nil,
    timeout: Duration = .seconds(10)
  ) throws {
    let client = try connect()
    let deadline = ContinuousClock.now + timeout
    var last = try client.get(target, key: key)
    while last.status != status {
      try #require(ContinuousClock.now < deadline, "\(status) wanted, still \(last)")
      last = try client.get(target, key: key)
    }
  }

  /// Ends it as an operator does.
  func stop() throws {
    process.signal(SIGTERM)
    #expect(try process.waitForExit() == .code(0))
  }
}
