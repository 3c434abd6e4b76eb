import Foundation

/// A program of AWS's tooling that tests drive where the machine has it.
struct AWSTool: Sendable {
  /// What is run, for example `terraform`.
  let program: String
  /// Arguments that have to succeed for it to be whole, for example `-c "import boto3"`.
  let probe: [String]
  /// How to get it, in one line.
  let remedy: String

  /// boto3, by the Python that has it.
  static let boto3 = AWSTool(
    program: "python3", probe: ["-c", "import boto3"],
    remedy: "boto3 is missing: Resources/test installs it, or python3 -m pip install boto3")
  /// The AWS command line.
  static let aws = AWSTool(
    program: "aws", probe: ["--version"],
    remedy: "aws is missing: Resources/test installs it, or python3 -m pip install awscli")
  /// Terraform; its AWS provider comes from a mirror on this machine or by `terraform init`.
  static let terraform = AWSTool(
    program: "terraform", probe: ["-version"],
    remedy: "terraform is missing: install it from developer.hashicorp.com/terraform/install")

  /// True where the tests have to run: a machine that lacks the tool then fails them.
  static let isRequired =
    ProcessInfo.processInfo.environment["KEYSTILE_REQUIRE_AWS_TOOLS"] != nil

  /// Whether its tests run.
  var isWanted: Bool { Self.isRequired || path != nil }

  /// The program's path; nil when the machine has none that works.
  var path: String? {
    Self.folders.map { "\($0)/\(program)" }.first { path in
      FileManager.default.isExecutableFile(atPath: path) && answers(path)
    }
  }

  /// Where programs are looked for: what `Resources/test` installed, then the caller's own path.
  private static let folders: [String] = {
    let environment = ProcessInfo.processInfo.environment
    let path = (environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map(String.init)
    return [environment["KEYSTILE_AWS_TOOLS"]].compactMap { $0 } + path
  }()

  private func answers(_ path: String) -> Bool {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = probe
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }
}
