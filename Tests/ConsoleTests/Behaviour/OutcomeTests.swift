import Console
import GatewayModel
import Terminal
import Testing

/// What the console makes of the outcomes of its changes, in whatever order they come.
@Suite("Outcomes of changes")
struct OutcomeTests {
  /// The shop, after `keys` have asked for a change, with the events that are still to come of it.
  private func asked(
    _ keys: String
  ) throws -> (driver: ConsoleDriver, console: ConsoleState, events: [ConsoleEvent]) {
    let driver = ConsoleDriver(Fixtures.shop())
    var console = driver.console
    var events: [ConsoleEvent] = []
    for key in try KeySequence(notation: keys).keys {
      for effect in console.reduce(.terminal(.key(key)), world: driver.world) {
        events += driver.world.carryOut(effect)
      }
    }
    return (driver, console, events)
  }

  private func text(_ console: ConsoleState, _ driver: ConsoleDriver) -> String {
    var frame = driver.screen.makeFrame()
    _ = console.draw(into: &frame, world: driver.world)
    return frame.description
  }

  @Test("A change that is on the disk before it is told of as accepted is told of all the same")
  func durableFirst() throws {
    var (driver, console, events) = try asked("o")
    try #require(events.count == 3)
    for event in [events[2], events[0], events[1]] {
      _ = console.reduce(event, world: driver.world)
    }
    #expect(text(console, driver).contains("disabled acme-batch  z undo"))
  }

  @Test("So it closes its form, and the new key's value is shown")
  func durableFirstInForm() throws {
    var (driver, console, events) = try asked("n w e b 2 ^S")
    try #require(events.count == 3)
    for event in [events[2], events[0], events[1]] {
      _ = console.reduce(event, world: driver.world)
    }
    let text = text(console, driver)
    #expect(text.contains("The value of web2:") && !text.contains("New API key"))
  }

  @Test("A change that was accepted and cannot be brought to the disk is told of")
  func failedAfterwards() throws {
    var (driver, console, events) = try asked("o")
    try #require(events.count == 3)
    for event in events.prefix(2) { _ = console.reduce(event, world: driver.world) }
    guard case .outcome(let id, .durable) = events[2] else {
      Issue.record("no end in \(events)")
      return
    }
    let failure = EffectOutcome.failed("the disk does not take it. Free some space")
    _ = console.reduce(.outcome(id, failure), world: driver.world)
    #expect(text(console, driver).contains("the disk does not take it"))
  }
}
