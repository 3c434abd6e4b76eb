import TestSupport
import Testing

/// AWS's own Python library against the control plane, every answer held against its model of the service.
@Suite("boto3", .enabled(if: AWSTool.boto3.isWanted, "\(AWSTool.boto3.remedy)"))
struct Boto3Tests {
  @Test("Every operation answers in the shape that botocore's model gives it")
  func operations() throws {
    let workspace = try ControlledWorkspace()
    print(try workspace.python("operations.py"))
  }

  @Test("Every error code is answered with its status and its text")
  func errors() throws {
    let workspace = try ControlledWorkspace()
    let audit = try workspace.bench.json("access", "create", "audit", "--read-only", "--reveal")
    let (id, secret) = (audit["id"].string ?? "", audit["secret"].string ?? "")
    let server = workspace.gateway.process.processIdentifier
    print(try workspace.python("errors.py", id, secret, "\(server)"))
    try workspace.bench.keystile("journal", "verify")
  }

  @Test("Every paginator shows each item once while others are deleted between its pages")
  func paginators() throws {
    let workspace = try ControlledWorkspace()
    print(
      try workspace.python(
        "paginators.py", "127.0.0.1:\(workspace.gateway.port)"))
  }
}
