import Foundation

/// wrk on a processor of its own, sending every key of a list in turn.
struct LoadGenerator {
  /// What wrk counted.
  struct Result {
    let requests: Double
    let perSecond: Double
    let p50Microseconds: Double
    let p99Microseconds: Double
  }

  /// Connections at once.
  static let connections = 64

  private let script: String
  private let keys: String

  /// - Parameters:
  ///   - folder: Where the script and the list are written.
  ///   - values: The values sent as `x-api-key`.
  init(folder: String, keyValues values: [String]) throws {
    script = "\(folder)/load.lua"
    keys = "\(folder)/keys.txt"
    try Self.source.write(toFile: script, atomically: false, encoding: .utf8)
    try values.joined(separator: "\n").write(toFile: keys, atomically: false, encoding: .utf8)
  }

  /// Sends requests as fast as they are answered.
  ///
  /// - Parameters:
  ///   - url: What to ask for.
  ///   - seconds: For how long.
  /// - Throws: If an answer was missing or not 2xx: that would be another measurement.
  func run(_ url: String, seconds: Int) throws -> Result {
    let output = try ChildProgram.run(
      try Processor.load.pinning([
        try ExternalProgram.wrk.path(), "-t1", "-c\(Self.connections)", "-d\(seconds)s", "-s",
        script, url, "--", keys,
      ]))
    let line = output.split(separator: "\n").last { $0.hasPrefix("figures ") } ?? ""
    let numbers = line.split(separator: " ").compactMap { Double($0) }
    guard numbers.count == 5, numbers[0] > 0, numbers[1] > 0 else {
      throw BenchmarkError("wrk gave no figures for \(url)")
    }
    guard numbers[4] == 0 else {
      throw BenchmarkError("\(Int(numbers[4])) requests to \(url) failed or were refused")
    }
    return Result(
      requests: numbers[0], perSecond: numbers[0] / (numbers[1] / 1e6),
      p50Microseconds: numbers[2], p99Microseconds: numbers[3])
  }

  private static let source = """
    local requests, count, last = {}, 0, 0

    function init(args)
      for value in io.lines(args[1]) do
        count = count + 1
        requests[count] = wrk.format("GET", nil, {["X-Api-Key"] = value})
      end
    end

    function request()
      last = last % count + 1
      return requests[last]
    end

    function done(summary, latency)
      local errors = summary.errors
      io.write(string.format("figures %.0f %.0f %.0f %.0f %.0f\\n",
        summary.requests, summary.duration, latency:percentile(50), latency:percentile(99),
        errors.connect + errors.read + errors.write + errors.status + errors.timeout))
    end
    """
}
