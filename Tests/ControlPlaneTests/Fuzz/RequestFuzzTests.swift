import Foundation
import GatewayModel
import Journal
import RequestSigning
import TestSupport
import Testing
import Workspace

@testable import ControlPlane

/// Mutated requests of every operation against a control plane that asks for signatures.
///
/// Three kinds: tampered (signed, then changed where the signature covers it), broken (framing and bytes, with
/// a signature of the wrong secret), and odd (changed, then signed). No crash, no 5xx but 501 for what is not
/// implemented and 505 for another HTTP, and no change without a valid signature. `KEYSTILE_SEED` and
/// `KEYSTILE_FUZZ_REQUESTS` choose another run.
@Suite(.serialized) struct RequestFuzzTests {
  static let environment = ProcessInfo.processInfo.environment
  static let seed = SeededRandom.chosenSeed ?? 20_261_124
  static let requests = environment["KEYSTILE_FUZZ_REQUESTS"].flatMap(Int.init) ?? 100_000
  /// Requests sent at once on one connection.
  static let perConnection = 12
  /// Connections between two looks at the journal.
  static let perRound = 60

  @Test func mutatedRequestsDoNoHarm() throws {
    var run = try FuzzRun(seed: Self.seed)
    while run.answered < Self.requests {
      let before = try run.journalLines()
      for _ in 0..<Self.perRound { try run.sendTampered(Self.perConnection) }
      let after = try run.journalLines()
      #expect(after == before, "\(run.place): changes without a signature")
      for _ in 0..<Self.perRound { try run.sendOdd(Self.perConnection) }
      try #require(run.faults.isEmpty, "\(run.place): \(run.faults.prefix(3))")
      run.server.clock.advance()
    }
    #expect(try run.server.journalProblem() == nil)
    // The run reached what it is about: changes made, refusals of each kind, every operation.
    #expect(run.statuses[200, default: 0] > 0 && run.statuses[201, default: 0] > 0)
    #expect(run.statuses[400, default: 0] > 0 && run.statuses[403, default: 0] > 0)
    #expect(try run.journalLines() > Self.requests / 100)
    #expect(run.reached == Set(OperationTable.all.map(\.name)))
    print(
      "fuzz: seed \(Self.seed), \(run.answered) answers: \(run.statuses.sorted { $0.key < $1.key })"
    )
  }

  @Test func aRequestThatIsTakenWouldBeNoticed() throws {
    var run = try FuzzRun(seed: Self.seed)
    for _ in 0..<50 { try run.sendTampered(12, isTampering: false) }
    #expect(!run.faults.isEmpty)
    #expect(try run.journalLines() > 0)
  }
}

/// A run's server, requests and findings.
struct FuzzRun {
  let server: FuzzServer
  private var random: SeededRandom
  private var requests = FuzzRequests()
  /// Answers so far.
  private(set) var answered = 0
  private(set) var statuses: [Int: Int] = [:]
  /// Operations whose requests were signed and answered.
  private(set) var reached: Set<String> = []
  private(set) var faults: [String] = []
  private let seed: UInt64
  private let reader: Workspace
  /// What makes things that other requests can then meet.
  private static let makers = OperationTable.all.filter {
    $0.name.hasPrefix("Create") || $0.name.hasPrefix("Put")
  }

  init(seed: UInt64) throws {
    self.seed = seed
    server = try FuzzServer(seed: seed)
    reader = try server.openReader()
    random = SeededRandom(seed: seed)
  }

  var place: String { "seed \(seed), after \(answered) answers" }

  /// The number of the journal's last line, as another process sees it.
  func journalLines() throws -> UInt64 {
    while try reader.catchUp().mayHaveMore {}
    return reader.head.sequence
  }

  /// Sends requests that were changed after they were signed, and one at the end whose framing is broken.
  ///
  /// - Parameter isTampering: False to send them as they were signed, which a run has to notice.
  mutating func sendTampered(_ count: Int, isTampering: Bool = true) throws {
    var wires: [[UInt8]] = []
    while wires.count < count - 1 {
      var request = requests.plain(random.element(of: OperationTable.all), &random)
      server.sign(&request)
      // Signing costs more than sending.
      for _ in 0..<4 where wires.count < count - 1 {
        let tampered = isTampering ? request.tampered(&random) : request
        if let tampered { wires.append(tampered.wire) }
      }
    }
    var broken = requests.plain(random.element(of: OperationTable.all), &random)
    server.signWrongly(&broken)
    var wire = broken.wire
    wire.breakFraming(&random)
    wires.append(wire)
    for (index, answer) in try exchange(wires).enumerated() {
      judge(answer, to: wires[min(index, wires.count - 1)])
      if answer.status < 400 {
        note(answer, "is taken without a signature", wires[min(index, wires.count - 1)])
      }
    }
  }

  /// Sends requests that were changed and then signed.
  mutating func sendOdd(_ count: Int) throws {
    var wires: [[UInt8]] = []
    var operations: [OperationSpec] = []
    for _ in 0..<count {
      let operation = random.element(of: random.chance(30) ? Self.makers : OperationTable.all)
      var request =
        random.chance(40) ? requests.plain(operation, &random) : requests.odd(operation, &random)
      server.sign(&request, service: operation.service)
      wires.append(request.wire)
      operations.append(operation)
    }
    for (index, answer) in try exchange(wires).prefix(count).enumerated() {
      judge(answer, to: wires[index])
      requests.world.learn(operations[index], answer)
      reached.insert(operations[index].name)
    }
  }

  /// Sends requests at once and takes the answers until the server ends or has answered all.
  private mutating func exchange(_ wires: [[UInt8]]) throws -> [RawHTTPClient.Response] {
    let client = try RawHTTPClient(port: server.port)
    // A server that refuses a request closes; what is sent after that is not its concern.
    do { try client.send(Array(wires.joined())) } catch RawHTTPClient.Failure.closed {}
    client.endSending()
    var answers: [RawHTTPClient.Response] = []
    do {
      while true { answers.append(try client.readResponse()) }
    } catch RawHTTPClient.Failure.closed {}
    answered += answers.count
    return answers
  }

  private mutating func judge(_ answer: RawHTTPClient.Response, to wire: [UInt8]) {
    statuses[answer.status, default: 0] += 1
    if answer.status >= 500, ![501, 505].contains(answer.status) {
      note(answer, "is a failure of the server", wire)
    }
    guard answer.status >= 400, answer.header("Content-Type") == "application/json" else { return }
    guard case .object(let members)? = try? JSONValue(reading: answer.body),
      case .string? = members["message"], answer.header("x-amzn-ErrorType") != nil
    else { return note(answer, "has not the shape of an error", wire) }
  }

  private mutating func note(
    _ answer: RawHTTPClient.Response, _ what: String, _ wire: [UInt8]
  ) {
    faults.append("\(answer) \(what): \(String(decoding: wire.prefix(2_000), as: UTF8.self))")
  }
}
