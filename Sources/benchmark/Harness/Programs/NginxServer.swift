import Foundation

/// nginx with one worker that knows the same keys by a map, without an access log.
final class NginxServer {
  /// What it does with a request whose key it knows.
  enum Task {
    /// Answers it.
    case answer(body: String)
    /// Passes it on over kept connections, as many as there are clients.
    case proxy(port: UInt16)
  }

  let port: UInt16
  private let folder: String
  private let task: Task
  private let program: ChildProgram

  /// - Parameters:
  ///   - folder: A folder of its own, made here.
  ///   - task: What it does.
  ///   - keyValues: The keys it knows; nil lets everyone in.
  ///   - processor: Where it runs; nil for anywhere.
  init(
    folder: String, task: Task, keyValues: [String]?, processor: Processor? = .measured
  ) throws {
    self.folder = folder
    self.task = task
    port = try Loopback.freePort()
    try FileManager.default.createDirectory(
      atPath: folder, withIntermediateDirectories: true)
    try Self.configuration(folder: folder, port: port, task: task, keyValues: keyValues)
      .write(toFile: "\(folder)/nginx.conf", atomically: false, encoding: .utf8)
    let arguments = [
      try ExternalProgram.nginx.path(), "-p", folder, "-e", "\(folder)/error.log", "-c",
      "\(folder)/nginx.conf",
    ]
    program = try ChildProgram(try processor?.pinning(arguments) ?? arguments)
    try Loopback.waitForListener(on: port)
  }

  var url: String { "http://127.0.0.1:\(port)" }

  var usage: ProcessUsage { ProcessUsage(of: program.processIdentifier) }

  func stop() { program.stop() }

  /// Makes it know other keys, the way an operator does: another file, and a signal to read it.
  func reload(keyValues: [String]) throws {
    try Self.configuration(folder: folder, port: port, task: task, keyValues: keyValues)
      .write(toFile: "\(folder)/nginx.conf", atomically: false, encoding: .utf8)
    kill(program.processIdentifier, SIGHUP)
  }

  private static func configuration(
    folder: String, port: UInt16, task: Task, keyValues: [String]?
  ) -> String {
    let map = keyValues.map { values in
      "map_hash_max_size 262144; map_hash_bucket_size 256;\nmap $http_x_api_key $known {\n"
        + "default 0;\n" + values.map { "\"\($0)\" 1;\n" }.joined() + "}\n"
    }
    let check = keyValues == nil ? "" : "if ($known = 0) { return 403; }\n"
    let (upstream, action) =
      switch task {
      case .answer(let body): ("", "default_type application/json; return 200 '\(body)';\n")
      case .proxy(let port):
        (
          "upstream backend { server 127.0.0.1:\(port); "
            + "keepalive \(LoadGenerator.connections); keepalive_requests 1000000000; }\n",
          "proxy_pass http://backend; proxy_http_version 1.1; proxy_set_header Connection \"\";\n"
        )
      }
    let folders = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
      .map { "\($0)_temp_path \(folder)/\($0);\n" }.joined()
    return """
      daemon off;
      worker_processes 1;
      pid \(folder)/nginx.pid;
      events { worker_connections 1024; }
      http {
      access_log off;
      keepalive_requests 1000000000;
      \(folders)\(map ?? "")\(upstream)server {
      listen 127.0.0.1:\(port);
      location / {
      \(check)\(action)}
      }
      }

      """
  }
}
