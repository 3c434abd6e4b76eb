import TestSupport
import Testing

/// The tutorial's Terraform configuration with the real `terraform` and its AWS provider.
@Suite("Terraform", .enabled(if: AWSTool.terraform.isWanted, "\(AWSTool.terraform.remedy)"))
struct TerraformTests {
  @Test("Apply, change every argument in place, destroy; nothing is left to do after each")
  func lifecycle() throws {
    let workspace = try ControlledWorkspace()
    let terraform = try TerraformWorkspace(workspace)
    try terraform.run("apply", "-auto-approve")
    #expect(try terraform.plannedActions() == [:])

    let path = try terraform.run("output", "-raw", "path")
    let key = try terraform.run("output", "-raw", "key")
    try workspace.gateway.wait(forStatus: 200, of: path, key: key)
    #expect(try workspace.gateway.get(path).status == 403)

    let changes = try terraform.plannedActions("-var-file=changed.tfvars")
    #expect(changes.count >= 13, "\(changes)")
    #expect(changes.allSatisfy { $0.value == ["update"] }, "\(changes)")
    try terraform.run("apply", "-auto-approve", "saved.plan")
    #expect(try terraform.plannedActions("-var-file=changed.tfvars") == [:])

    try terraform.run("destroy", "-auto-approve", "-var-file=changed.tfvars")
    for (list, verb) in [("key", "list"), ("plan", "list"), ("api", "list")] {
      #expect(try workspace.bench.json(list, verb)["items"].items.isEmpty, "\(list)")
    }
  }

  @Test("What another state made is imported into an empty one, and nothing is left to do")
  func importing() throws {
    let workspace = try ControlledWorkspace()
    let first = try TerraformWorkspace(workspace)
    try first.run("apply", "-auto-approve")
    let imports = try JSON(try first.run("output", "-json", "imports"))

    let second = try TerraformWorkspace(workspace)
    var blocks = ""
    for (address, id) in imports.members {
      blocks += "import {\n  to = \(address)\n  id = \"\(id.string ?? "")\"\n}\n\n"
    }
    try second.write(blocks, to: "imports.tf")
    let actions = try second.plannedActions()
    #expect(actions == [:], "\(actions)")
    try second.run("apply", "-auto-approve", "saved.plan")
    #expect(try second.plannedActions() == [:])
  }

  @Test("What is deleted behind its back is in the next plan, and the apply after it mends all")
  func deletedElsewhere() throws {
    let workspace = try ControlledWorkspace()
    let terraform = try TerraformWorkspace(workspace)
    try terraform.run("apply", "-auto-approve")

    try workspace.bench.keystile("key", "delete", "example-api-key", "--yes")
    let afterKey = try terraform.plannedActions()
    #expect(
      Set(afterKey.keys) == [
        "aws_api_gateway_api_key.example_key",
        "aws_api_gateway_usage_plan_key.example_key_association",
      ], "\(afterKey)")
    try terraform.run("apply", "-auto-approve", "saved.plan")

    try workspace.bench.keystile("api", "delete", "example", "--yes")
    let afterApi = try terraform.plannedActions()
    #expect(afterApi["aws_api_gateway_rest_api.example"] == ["create"], "\(afterApi)")
    #expect(afterApi["aws_api_gateway_api_key.example_key"] == nil, "\(afterApi)")
    try terraform.run("apply", "-auto-approve", "saved.plan")
    #expect(try terraform.plannedActions() == [:])
  }
}
