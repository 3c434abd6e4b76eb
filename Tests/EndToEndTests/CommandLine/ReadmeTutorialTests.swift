import CSystem
import Foundation
import TestSupport
import Testing

/// The README's tutorial is what a newcomer pastes, so it is run as it stands.
@Suite("The README's tutorial")
struct ReadmeTutorialTests {
  @Test("Pasted into a shell it does what its comments say")
  func paste() throws {
    let bench = try Workbench()
    let port = try Self.freePort()
    let script = try Self.script()
      .replacing("/tmp/shop", with: bench.workspace)
      .replacing(
        "keystile serve &", with: "keystile serve --listen 127.0.0.1:\(port) --control none &"
      )
      .replacing("127.0.0.1:8480", with: "127.0.0.1:\(port)")
    try #require(script.contains("127.0.0.1:\(port)/$api"), "\(script)")

    var environment = bench.environment
    environment["PATH"] =
      "\(URL(fileURLWithPath: Workbench.program).deletingLastPathComponent().path)"
      + ":/usr/bin:/bin"
    environment["KEYSTILE_WORKSPACE"] = nil
    // Whatever line fails ends it, and takes the gateway along.
    let guarded = "set -euo pipefail\ntrap 'kill $(jobs -p) 2>/dev/null || true' EXIT\n\(script)"
    let shell = try ChildProcess(
      ["/bin/bash"], environment: environment, input: Array(guarded.utf8))
    let exit = try shell.waitForExit()
    let output = shell.output
    #expect(exit == .code(0), "\(output)\n\(shell.errorOutput)")
    let refused = try #require(output.range(of: "HTTP/1.1 403"), "\(output)")
    let served = try #require(output.range(of: "HTTP/1.1 200"), "\(output)")
    #expect(refused.lowerBound < served.lowerBound)
    #expect(output.contains(#"{"message":"Forbidden"}"#) && output.contains(#"[{"name": "Rex"}]"#))
    #expect(output.contains("✓ admitted") && output.contains("standard"), "\(output)")
  }

  /// The first block of shell lines below the tutorial's heading.
  private static func script() throws -> String {
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../README.md")
    let text = try String(contentsOf: file, encoding: .utf8)
    let heading = try #require(text.range(of: "## The tutorial in five minutes\n"))
    let begin = try #require(text[heading.upperBound...].range(of: "```sh\n"))
    let end = try #require(text[begin.upperBound...].range(of: "```\n"))
    return String(text[begin.upperBound..<end.lowerBound])
  }

  /// A port that was free a moment ago.
  private static func freePort() throws -> UInt16 {
    var port: UInt16 = 0
    let listener = ks_tcp_listen("127.0.0.1", &port, 0, 1)
    try #require(listener >= 0)
    close(listener)
    return port
  }
}
