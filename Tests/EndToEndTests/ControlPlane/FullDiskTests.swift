import Glibc
import TestSupport
import Testing

/// A control plane whose journal cannot grow: refused in the service's form, and nothing that was
/// acknowledged is lost.
@Suite("A full disk")
struct FullDiskTests {
  /// How long a file of the server may become, in bytes: the first one that needs more fails as on a full disk.
  private static let fileLimitBytes = 1_000_000
  /// More keys than fit.
  private static let keyLimit = 4_000

  @Test("What no longer fits is answered 503 with a time to wait; what was answered 201 is there")
  func journal() throws {
    let bench = try Workbench()
    let server = try bench.serve()
    let limit = try ChildProcess(
      [
        "/usr/bin/prlimit", "--pid", "\(server.process.processIdentifier)",
        "--fsize=\(Self.fileLimitBytes)",
      ], environment: bench.environment)
    try #require(try limit.waitForExit() == .code(0), "\(limit.errorOutput)")
    let client = try RawHTTPClient(port: server.controlPort)
    var made: Set<String> = []
    var last = try create(client)
    while last.status == 201, made.count < Self.keyLimit {
      made.insert(try #require(try JSON(last.text)["id"].string))
      last = try create(client)
    }
    #expect(last.status == 503, "\(last)")
    #expect(last.header("x-amzn-ErrorType") == "ServiceUnavailableException", "\(last)")
    #expect(last.header("Retry-After") != nil, "\(last)")
    #expect(!made.isEmpty)

    let listed = try client.request("GET", "/apikeys?limit=1")
    #expect(listed.status == 200, "reading goes on: \(listed)")
    try server.stop()
    let kept = try bench.json("key", "list")["items"].items.compactMap(\.["id"].string)
    #expect(made.isSubset(of: kept) && kept.count <= made.count + 1)
    try bench.keystile("journal", "verify")
    try bench.keystile("key", "create", "there-is-room-again")
  }

  private func create(_ client: RawHTTPClient) throws -> RawHTTPClient.Response {
    let body = #"{"description":"\#(String(repeating: "d", count: 1_000))"}"#
    return try client.request("POST", "/apikeys", body: Array(body.utf8))
  }
}
