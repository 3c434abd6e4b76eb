import TestSupport
import Testing

/// Where the control plane may listen: what it gives away, it gives to this machine alone.
@Suite("Where the control plane listens")
struct ListeningTests {
  @Test(
    "An address that other machines reach is refused, signed or not",
    arguments: [[], ["--no-auth"]])
  func foreignAddress(options: [String]) throws {
    let bench = try Workbench()
    let run = try bench.run(
      ["serve", "--listen", "127.0.0.1:0", "--control", "0.0.0.0:0"] + options)
    #expect(run.exit == .code(2), "\(run)")
    #expect(run.errors.contains("loopback address") && run.errors.contains("ssh -L"), "\(run)")
    #expect(run.output.isEmpty, "\(run)")
  }

  @Test("Without signatures it says so at start, and with them an unsigned request is refused")
  func signatures() throws {
    let bench = try Workbench()
    let open = try bench.serve()
    #expect(open.process.errorOutput.contains("--no-auth"))
    let answer = try RawHTTPClient(port: open.controlPort).request("GET", "/apikeys")
    #expect(answer.status == 200, "\(answer)")
    try open.stop()

    let closed = try ServedGateway(bench, isSigned: true)
    #expect(!closed.process.errorOutput.contains("--no-auth"))
    let refused = try RawHTTPClient(port: closed.controlPort).request("GET", "/apikeys")
    #expect(refused.status == 403, "\(refused)")
    #expect(refused.header("x-amzn-ErrorType") == "MissingAuthenticationTokenException")
  }
}
