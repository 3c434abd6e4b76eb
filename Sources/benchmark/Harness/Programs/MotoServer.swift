import Foundation
import RequestSigning

/// moto's server, which answers AWS's protocols from memory.
final class MotoServer {
  /// Names an installed `moto_server`, so that none is installed for the measurement.
  static let variable = "KEYSTILE_MOTO_SERVER"

  /// Makes requests to it; moto checks no signatures.
  let requests: ControlRequests
  private let program: ChildProgram

  /// Starts it and waits until it listens.
  ///
  /// - Parameter folder: Where it is installed if the environment names none.
  init(folder: String) throws {
    let port = try Loopback.freePort()
    requests = ControlRequests(
      credential: SigningCredential(accessKeyID: "AKIDEXAMPLE", secret: "secret"), port: port)
    let server =
      try ProcessInfo.processInfo.environment[Self.variable] ?? Self.installed(in: folder)
    program = try ChildProgram(
      try Processor.measured.pinning([server, "-H", "127.0.0.1", "-p", "\(port)"]), isMuted: true)
    try Loopback.waitForListener(on: port)
  }

  private static func installed(in folder: String) throws -> String {
    do {
      try ChildProgram.run(["/usr/bin/env", "python3", "-m", "venv", folder])
      try ChildProgram.run(["\(folder)/bin/pip", "install", "--quiet", "moto[server]"])
    } catch {
      throw BenchmarkError(
        "moto cannot be installed from PyPI (\(error)): install moto[server] and name its "
          + "moto_server in \(variable)")
    }
    return "\(folder)/bin/moto_server"
  }
}
