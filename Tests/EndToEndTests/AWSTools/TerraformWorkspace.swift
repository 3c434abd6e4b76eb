import Foundation
import TestSupport
import Testing

/// A folder with the tutorial's Terraform configuration, planned and applied against a control plane.
struct TerraformWorkspace {
  let workspace: ControlledWorkspace
  let folder: TemporaryDirectory

  init(_ workspace: ControlledWorkspace) throws {
    self.workspace = workspace
    folder = try TemporaryDirectory()
    for file in ["main.tf", "variables.tf", "changed.tfvars"] {
      try FileManager.default.copyItem(
        atPath: "\(ControlledWorkspace.folder)/Terraform/\(file)", toPath: "\(folder.path)/\(file)")
    }
    if let mirror = Self.mirror {
      try write(
        "provider_installation {\n  filesystem_mirror {\n    path = \"\(mirror)\"\n  }\n}\n",
        to: "terraform.rc")
    }
    try run("init")
  }

  /// Writes a file of the configuration.
  func write(_ text: String, to file: String) throws {
    try text.write(toFile: "\(folder.path)/\(file)", atomically: true, encoding: .utf8)
  }

  /// Runs Terraform in the folder and returns what it printed.
  @discardableResult
  func run(
    _ words: String..., exit: Int32 = 0, sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> String {
    try run(words, exit: exit, sourceLocation: sourceLocation)
  }

  /// What a plan would do: actions by resource, those without an action left out.
  func plannedActions(
    _ words: String..., sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> [String: [String]] {
    try run(["plan", "-out=saved.plan"] + words, sourceLocation: sourceLocation)
    let plan = try JSON(try run("show", "-json", "saved.plan"))
    var actions: [String: [String]] = [:]
    for change in plan["resource_changes"].items {
      let kinds = change["change"]["actions"].items.compactMap(\.string)
      if kinds != ["no-op"] { actions[change["address"].string ?? "?"] = kinds }
    }
    return actions
  }

  @discardableResult
  private func run(
    _ words: [String], exit: Int32 = 0, sourceLocation: SourceLocation
  ) throws -> String {
    var variables = ["TF_IN_AUTOMATION": "1", "TF_INPUT": "0", "CHECKPOINT_DISABLE": "1"]
    if Self.mirror != nil { variables["TF_CLI_CONFIG_FILE"] = "\(folder.path)/terraform.rc" }
    return try workspace.run(
      .terraform, ["-chdir=\(folder.path)"] + words, adding: variables, exit: exit,
      timeout: .seconds(300), sourceLocation: sourceLocation)
  }

  /// A folder of providers on this machine outside the ones Terraform looks in by itself.
  private static let mirror: String? = {
    let files = FileManager.default
    let roots = (try? files.contentsOfDirectory(atPath: "/opt")) ?? []
    return roots.map { "/opt/\($0)" }.first { root in
      let hosts = (try? files.contentsOfDirectory(atPath: root)) ?? []
      return hosts.contains { files.fileExists(atPath: "\(root)/\($0)/hashicorp/aws") }
    }
  }()
}
