import Foundation
import GatewayModel
import Synchronization
import TestSupport
import Testing

/// Mutated paths without a key: whatever method answers, it is one that wants none.
///
/// Each method's mock names itself, so an answer tells which one was reached. Beside each closed path stands
/// an open one that takes any path, the place where a second reading of a path would do harm: the path is
/// also read here, by the general rules of URIs, and no reading may lead to a closed method that an open one
/// answered for. `KEYSTILE_SEED` and `KEYSTILE_FUZZ_REQUESTS` choose another run.
@Suite struct PathFuzzTests {
  private static let environment = ProcessInfo.processInfo.environment
  static let seed = SeededRandom.chosenSeed ?? 20_261_124
  static let requests = environment["KEYSTILE_FUZZ_REQUESTS"].flatMap(Int.init) ?? 100_000
  /// Requests sent at once on one connection.
  static let perConnection = 250
  private static let stage = "/api0000001/prod"

  /// Path, method, and whether a key is wanted.
  static let methods: [(path: String, verb: String, isClosed: Bool)] = [
    ("/", "GET", false), ("/closed", "ANY", true), ("/closed/{id}", "GET", true),
    ("/closed/{id}/open", "GET", false), ("/open", "GET", false), ("/open", "POST", true),
    ("/open/{proxy+}", "ANY", false), ("/open/secret", "GET", true),
    ("/open/secret/{deep+}", "ANY", true), ("/a.b~c", "GET", true),
  ]

  @Test func noKeyReachesNoClosedMethod() throws {
    let fixture = try GatewayFixture(
      methods: Self.methods.map { path, verb, isClosed in
        let name = "\(isClosed ? "closed" : "open") \(path)"
        return (path, .mock(verb, keyRequired: isClosed, body: name))
      })
    var random = SeededRandom(seed: Self.seed)
    var statuses: [Int: Int] = [:]
    var reached: Set<String> = []
    var answered = 0
    while answered < Self.requests {
      let targets = (0..<Self.perConnection).map { _ in random.target(of: Self.methods.map(\.path))
      }
      let answers = try Self.exchange(targets, fixture)
      // A target that is none ends the connection; those behind it go with it.
      try #require(!answers.isEmpty)
      for (target, answer) in zip(targets, answers) {
        statuses[answer.status, default: 0] += 1
        if answer.status == 200 { reached.insert(answer.text) }
        let reading = Self.reading(of: target)
        if answer.status == 200, answer.text.hasPrefix("closed") || Self.isClosed(reading) {
          Issue.record("seed \(Self.seed): \(target) reached \(answer.text), read as \(reading)")
        }
        if answer.status >= 500 { Issue.record("seed \(Self.seed): \(target) gave \(answer)") }
      }
      answered += answers.count
    }
    #expect(reached == ["open /", "open /closed/{id}/open", "open /open", "open /open/{proxy+}"])
    #expect(statuses[400, default: 0] > 0 && statuses[403, default: 0] > 0)
    print("paths: seed \(Self.seed), \(answered) answers: \(statuses.sorted { $0.key < $1.key })")
  }

  /// Sends targets at once and takes the answers until the server has answered all or ends.
  private static func exchange(
    _ targets: [[UInt8]], _ fixture: GatewayFixture
  ) throws -> [RawHTTPClient.Response] {
    let bytes = targets.flatMap {
      Array("GET ".utf8) + $0 + Array(" HTTP/1.1\r\nHost: x\r\n\r\n".utf8)
    }
    let result = Mutex<Result<[RawHTTPClient.Response], any Error>?>(nil)
    try fixture.withRunningLoop(until: { result.withLock { $0 != nil } }) { [port = fixture.port] in
      let answers = Result {
        let client = try RawHTTPClient(port: port)
        do { try client.send(bytes) } catch RawHTTPClient.Failure.closed {}
        client.endSending()
        var answers: [RawHTTPClient.Response] = []
        do {
          while true { answers.append(try client.readResponse()) }
        } catch RawHTTPClient.Failure.closed {}
        return answers
      }
      result.withLock { $0 = answers }
    }
    return try #require(result.withLock { $0 }).get()
  }

  /// The segments behind the stage, decoded once and without dot segments.
  ///
  /// Source: RFC 3986 §6.2.2.
  private static func reading(of target: [UInt8]) -> [String] {
    let path = target.prefix { $0 != UInt8(ascii: "?") }.dropFirst(stage.utf8.count + 1)
    let text = String(decoding: path, as: UTF8.self)
    let decoded = text.removingPercentEncoding ?? text
    return decoded.split(separator: "/", omittingEmptySubsequences: false).reduce(into: []) {
      segments, segment in
      switch segment {
      case ".": break
      case "..": _ = segments.popLast()
      default: segments.append(String(segment))
      }
    }
  }

  /// Whether a reading is the path of a method that wants a key on GET.
  private static func isClosed(_ segments: [String]) -> Bool {
    if segments == ["closed"] || segments == ["open", "secret"] || segments == ["a.b~c"] {
      return true
    }
    if segments.starts(with: ["open", "secret"]) { return segments.last != "" }
    return segments.count == 2 && segments[0] == "closed" && segments[1] != ""
  }
}

extension SeededRandom {
  /// A defined path, spelled otherwise in up to three places.
  fileprivate mutating func target(of paths: [String]) -> [UInt8] {
    let path = paths[below(paths.count)].replacing("{id}", with: "7")
      .replacing("{proxy+}", with: ["secret", "x/y", "secret/z"][below(3)])
      .replacing("{deep+}", with: "z")
    var bytes = Array(path.utf8)
    for _ in 0..<below(4) { change(&bytes) }
    return Array("/api0000001/prod".utf8) + bytes
  }

  private mutating func change(_ bytes: inout [UInt8]) {
    let place = below(bytes.count + 1)
    switch below(6) {
    case 0 where place < bytes.count:
      let hexadecimal = String(bytes[place], radix: 16, uppercase: below(2) == 0)
      let text = "%" + (bytes[place] < 16 ? "0" : "") + hexadecimal
      bytes.replaceSubrange(place...place, with: Array(text.utf8))
    case 1 where place < bytes.count: bytes[place] ^= 0x20
    case 2 where place < bytes.count: bytes.remove(at: place)
    case 3 where place < bytes.count:
      bytes[place] = UInt8(0x21 + below(0x7F - 0x21))
    default:
      let part = Self.parts[below(Self.parts.count)]
      bytes.insert(contentsOf: Array(part.utf8), at: place)
    }
    // These end a target, or its line: what follows would be another request.
    for byte in bytes.indices where bytes[byte] <= 0x20 || bytes[byte] == 0x7F {
      bytes[byte] = UInt8(ascii: "_")
    }
  }

  private static let parts = [
    "/", "//", "/.", "/..", "/./", "/../", "%2e", "%2E%2e", "%2f", "%2F", "%5c", "\\", "%00", "%",
    "%25", "%252e", ";a=b", "?", "?x-api-key=a", "*", "+", "%20", "%0d%0a", "%c0%af", "%ff", "~",
    "closed", "open", "secret", "/closed", "/open", "{proxy+}", ":", "@", "%73", ".",
  ]
}
