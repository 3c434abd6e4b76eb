import Foundation
import Testing
import Workspace

@testable import AdminCLI

/// Credentials of the control plane on the command line.
@Suite struct AccessVerbTests {
  private let bench: AdminBench

  init() throws { bench = try AdminBench() }

  private func secret(_ name: String) throws -> String {
    try AccessStore(workspacePath: bench.workspacePath).credential(name).secret
  }

  @Test func makesListsAndDeletes() throws {
    let id = bench.done("access", "create", "ci", "--quiet").lines[0]
    #expect(id.hasPrefix("KEYS"))
    #expect(bench.done("access", "create").output.contains("created as default"))
    let items = try bench.items("access", "list")
    #expect(items.map { $0["name"] as? String } == ["ci", "default"])
    #expect(items[0]["id"] as? String == id && items[0]["secret"] == nil)
    #expect(bench.done("access", "list").output.contains(id))
    bench.refused("access", "delete", "ci", word: "confirmation")
    bench.done("access", "delete", "ci", "--yes")
    bench.refused("access", "delete", "ci", "--yes", word: "NotFoundException")
    bench.refused("access", "create", word: "ConflictException")
    bench.refused("access", "create", "a b", word: "BadRequestException")
  }

  @Test func showsTheSecretOnceOnATerminalOrWhenAsked() throws {
    #expect(!bench.done("access", "create", "a").output.contains(try secret("a")))
    #expect(!bench.done("access", "list").output.contains(try secret("a")))
    let made = try bench.json("access", "create", "b", "--reveal")
    #expect(try made["secret"] as? String == secret("b"))
    #expect(try bench.json("access", "create", "c")["secret"] == nil)
    let quiet = bench.done("access", "create", "d", "--quiet", "--reveal")
    #expect(try quiet.lines.dropFirst() == [secret("d")])
    bench.isTerminal = true
    let shown = bench.done("access", "create", "e")
    #expect(try shown.lines[1] == "secret  " + secret("e"))
    #expect(shown.error.contains(#"eval "$(keystile access env e)""#))
    #expect(bench.done("access", "create", "f", "--quiet").lines.count == 1)
  }

  @Test func printsLinesForAShell() throws {
    bench.refused("access", "env", code: .workspace, word: "notFound")
    bench.done("api", "create", "shop")
    bench.refused("access", "env", word: "no-credential")
    let id = bench.done("access", "create", "ci", "--quiet").lines[0]
    let secret = try secret("ci")
    #expect(
      bench.done("access", "env").lines == [
        "unset AWS_SESSION_TOKEN", "export AWS_ACCESS_KEY_ID=\(id)",
        "export AWS_SECRET_ACCESS_KEY=\(secret)", "export AWS_REGION=us-east-1",
        "export AWS_DEFAULT_REGION=us-east-1",
        "export AWS_ENDPOINT_URL_API_GATEWAY=http://127.0.0.1:8481",
        "export AWS_ENDPOINT_URL_STS=http://127.0.0.1:8481",
      ])
    let other = bench.done(
      "access", "env", "ci", "--endpoint", "http://h:1/$(id)", "--region", "eu-west-3")
    #expect(other.output.contains("export AWS_ENDPOINT_URL_STS='http://h:1/$(id)'\n"))
    #expect(other.output.contains("export AWS_REGION=eu-west-3\n"))
    let process = try bench.json("access", "env", "ci")
    #expect(process["AccessKeyId"] as? String == id && process["Version"] as? Int == 1)
    #expect(process["SecretAccessKey"] as? String == secret)
    bench.done("access", "create", "second")
    bench.refused("access", "env", word: "which-credential")
    bench.refused("access", "env", "third", word: "NotFoundException")
  }

  @Test func findsTheControlPlaneThatRuns() throws {
    bench.done("access", "create")
    let registration = ServerRegistration(
      workspaceDirectory: bench.workspacePath,
      addresses: ServerAddresses(gateway: "http://127.0.0.1:1", control: "http://127.0.0.1:2"))
    withExtendedLifetime(registration) {
      #expect(
        bench.done("access", "env").output.contains("AWS_ENDPOINT_URL_STS=http://127.0.0.1:2\n"))
    }
  }

  @Test func notesWhoSawASecret() throws {
    bench.done("access", "create", "ci", "--as", "ann@here")
    bench.done("access", "env", "ci", "--as", "bob@there")
    let log = try String(
      contentsOfFile: "\(bench.workspacePath)/access.jsonl", encoding: .utf8)
    let lines = log.split(separator: "\n")
    #expect(lines.count == 2)
    #expect(lines[0].contains(#""actor":"ann@here""#) && lines[0].contains("created"))
    #expect(lines[1].contains(#""actor":"bob@there""#) && lines[1].contains("shown"))
    #expect(!log.contains(try secret("ci")))
  }
}
