import Foundation
import GatewayModel
import Glibc
import Journal
import Synchronization
import TestSupport
import Testing
import Workspace

@testable import ControlPlane

@Suite("Nothing is acknowledged before it is durable")
struct DurabilityTests {
  @Test("Every acknowledged key survives any power cut after its answer", arguments: 1...8)
  func powerCut(seed: UInt64) throws {
    let disk = SimulatedFileSystem()
    let bench = try ControlBench(fileSystem: disk)
    let clients = try (0..<4).map { _ in try bench.connect() }
    var acknowledged: [String] = []
    var choices = RandomCrashChoices(SeededRandom(seed: seed))
    for _ in 0..<6 {
      for client in clients { try client.send(Self.creation) }
      for client in clients {
        let response = try client.readResponse()
        #expect(response.status == 201, "\(response)")
        acknowledged.append(try Self.id(of: response))
      }
      let left = disk.afterPowerCut(choosing: &choices)
      let workspace = try Workspace.open(
        at: "/w", options: ControlBench.options(fileSystem: left))
      #expect(
        Set(workspace.state.keys.keys).isSuperset(of: acknowledged), "seed \(seed)")
    }
  }

  @Test("When the sync fails the answer is 503, and later writes are refused")
  func failedSync() throws {
    let disk = SimulatedFileSystem()
    let bench = try ControlBench(fileSystem: disk)
    let client = try bench.connect()
    try client.send(Self.creation)
    #expect(try client.readResponse().status == 201)
    var refused: RawHTTPClient.Response?
    // Which call of a write is its sync is the journal's affair: each one in turn fails.
    for calls in 0..<12 where refused?.status != 503 {
      disk.fault = SimulatedFault(after: calls, .error(EIO))
      try client.send(Self.creation)
      let response = try client.readResponse()
      let name = disk.faultedCall ?? ""
      disk.fault = nil
      if response.status == 201 { continue }
      refused = response
      #expect(response.header("x-amzn-ErrorType") == "ServiceUnavailableException", "\(name)")
      #expect(response.header("Retry-After") != nil)
      #expect(!response.text.contains("\"id\""), "what may not be durable is not told")
    }
    #expect(refused?.status == 503)
  }

  @Test("A read does not show what the same turn wrote before that is durable")
  func readsWaitToo() throws {
    let disk = SimulatedFileSystem()
    let bench = try ControlBench(fileSystem: disk)
    let writer = try bench.connect()
    let reader = try bench.connect()
    var choices = EnumeratedCrashChoices()
    for _ in 0..<20 {
      try writer.send(Self.creation)
      try reader.send("GET /apikeys?limit=500 HTTP/1.1\r\nHost: localhost\r\n\r\n")
      let seen = try Self.ids(of: try reader.readResponse())
      let left = disk.afterPowerCut(choosing: &choices)
      let workspace = try Workspace.open(
        at: "/w", options: ControlBench.options(fileSystem: left))
      #expect(Set(workspace.state.keys.keys).isSuperset(of: seen))
      _ = try writer.readResponse()
      choices = EnumeratedCrashChoices()
    }
  }

  private static let creation = """
    POST /apikeys HTTP/1.1\r
    Host: localhost\r
    Content-Length: 15\r
    \r
    {"name":"load"}
    """

  private static func id(of response: RawHTTPClient.Response) throws -> String {
    guard case .object(let object) = try JSONValue(reading: response.body),
      case .string(let id)? = object["id"]
    else { return "" }
    return id
  }

  private static func ids(of response: RawHTTPClient.Response) throws -> [String] {
    guard case .object(let object) = try JSONValue(reading: response.body),
      case .array(let items)? = object["item"]
    else { return [] }
    return items.compactMap { item in
      guard case .object(let row) = item, case .string(let id)? = row["id"] else { return nil }
      return id
    }
  }
}
