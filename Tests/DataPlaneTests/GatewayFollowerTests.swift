import Enforcement
import EventLoop
import GatewayModel
import TestSupport
import Testing
import Workspace

@testable import DataPlane

@Suite("A gateway that follows its workspace")
struct GatewayFollowerTests {
  private let folder: TemporaryDirectory
  private let clock = ManualClock()
  private let loop: EventLoop
  private let writer: Workspace
  private let reader: Workspace
  private let follower: GatewayFollower

  init() throws {
    folder = try TemporaryDirectory()
    loop = try EventLoop(clock: clock)
    writer = try Workspace.open(at: folder.path)
    reader = try Workspace.open(at: folder.path, options: WorkspaceOptions(access: .readOnly))
    var random = SystemRandomNumberGenerator()
    let gateway = try Gateway(
      loop: loop, state: reader.state, meters: InMemoryMeters(), recorder: ListRecorder(),
      randomNumbers: &random)
    follower = try GatewayFollower(
      gateway: gateway, workspace: reader, loop: loop, log: { _ in })
  }

  @Test("The first change is taken over at once, those right after it together")
  func rests() throws {
    try create("first")
    try loop.runOnce(timeout: .seconds(10))
    #expect(reader.state.keys.count == 1)

    try create("second")
    try create("third")
    try loop.runOnce(timeout: .zero)
    #expect(reader.state.keys.count == 1)

    clock.advance(by: GatewayFollower.restInterval)
    // One turn for the timer that listens again, one for what it hears.
    try loop.runOnce(timeout: .zero)
    try loop.runOnce(timeout: .seconds(10))
    #expect(reader.state.keys.count == 3)
  }

  @Test("After a rest the next change is taken over at once again")
  func wakes() throws {
    for number in 1...3 {
      try create("key \(number)")
      try loop.runOnce(timeout: .seconds(10))
      #expect(reader.state.keys.count == number)
      clock.advance(by: GatewayFollower.restInterval)
      try loop.runOnce(timeout: .zero)
    }
  }

  private func create(_ name: String) throws {
    _ = try writer.submit(
      .createApiKey(Command.CreateApiKey(name: name)), actor: Actor("ci"), surface: .cli)
  }
}
