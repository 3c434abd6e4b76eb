import Foundation
import Testing

/// The tutorial's configuration, made by the tutorial's command lines.
struct Shop {
  let bench: Workbench
  let api: String
  let plan: String
  let key: String
  /// The key's value.
  let secret: String

  /// What a shop is to be without, for the tutorial's mistakes.
  enum Mistake {
    case keyNotRequired, keyNotAttached, changeNotDeployed
  }

  var path: String { "/\(api)/prod/pets" }
  var stage: String { "\(api):prod" }

  init(
    _ bench: Workbench, rate: String = "10000", burst: String = "5000",
    quota: String = "1000000/MONTH", without mistake: Mistake? = nil
  ) throws {
    self.bench = bench
    secret = "SECRET-\(UUID().uuidString)"
    api = try bench.make("api", "create", "shop")
    if mistake == nil || mistake == .keyNotAttached {
      try bench.keystile(
        "method", "put", "shop", "GET", "/pets", "--require-key", "--mock", "200:[\"Rex\"]")
    } else {
      try bench.keystile("method", "put", "shop", "GET", "/pets", "--mock", "200:[\"Rex\"]")
    }
    try bench.keystile("deploy", "shop", "prod", "--yes")
    if mistake == .changeNotDeployed {
      try bench.keystile("method", "require-key", "shop", "GET", "/pets", "on")
    }
    key = try bench.make("key", "create", "web", "--value-stdin", input: secret + "\n")
    plan = try bench.make(
      "plan", "create", "standard", "--rate", rate, "--burst", burst, "--quota", quota,
      "--stage", "shop:prod")
    if mistake != .keyNotAttached { try bench.keystile("plan", "attach", "standard", "web") }
  }

  /// Requests counted and left for the key today, as `usage show --json` prints them.
  func usage() throws -> (used: Int, remaining: Int) {
    let report = try bench.json("usage", "show", plan)
    let day = report["values"][key][0]
    return (day[0].integer ?? 0, day[1].integer ?? 0)
  }

  /// The key's line in `usage export`: served, throttled, over quota, refused.
  func counters() throws -> [Int] {
    let lines = try bench.keystile("usage", "export").split(separator: "\n")
    let line = lines.first { $0.contains(",\(plan),\(key),") } ?? ""
    return line.split(separator: ",").dropFirst(3).compactMap { Int($0) }
  }
}
