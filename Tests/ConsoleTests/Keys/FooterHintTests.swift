@testable import Console
import GatewayModel
import Terminal
import Testing

@Suite("Hints of the footer")
struct FooterHintTests {
  /// Somewhere a footer is tried.
  struct Place: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let world: @Sendable () throws -> SimulatedWorld
    /// Leads there, on a new console.
    let reach: @Sendable (ConsoleDriver) throws -> Void

    init(
      _ name: String, world: @escaping @Sendable () throws -> SimulatedWorld = Fixtures.shop,
      reach: @escaping @Sendable (ConsoleDriver) throws -> Void
    ) {
      testDescription = name
      self.world = world
      self.reach = reach
    }

    init(_ keys: String, in name: String, of world: @escaping @Sendable () -> SimulatedWorld) {
      self.init("\(keys), \(name)", world: world) { try $0.type(keys) }
    }
  }

  private static let readOnly: @Sendable () -> SimulatedWorld = {
    let world = Fixtures.shop()
    world.status.isReadOnly = true
    return world
  }

  private static let screens = ["1", "2", "3", "4", "5", "6", "7", "8"]

  private static let places: [Place] =
    KeyTableTests.places.map { Place($0, in: "shop", of: Fixtures.shop) }
    + (screens + ["n", "2 n", "3 n", "?", ":"]).map {
      Place($0, in: "empty workspace", of: Fixtures.empty)
    }
    + (screens + ["1 Enter", "2 Enter", "3 Enter", "4 Enter", "a", "y", "J", "7 Enter", "?"]).map {
      Place($0, in: "read-only", of: readOnly)
    }
    + [
      Place("a value that is shown once") { driver in
        try driver.type("n")
        driver.type(text: "partner")
        try driver.type("^S")
      },
      Place("watching a deployment") { driver in
        try driver.type("4 j d ^S")
        driver.type(text: "prod")
        try driver.type("Enter")
      },
      Place("the deployments to go back to") { driver in
        try driver.type("4 j d ^S")
        driver.type(text: "prod")
        try driver.type("Enter b")
      },
      Place("a conflict of a form") { driver in
        try driver.type("2 j e Tab Tab Tab ^U 7")
        var plan = try #require(driver.world.state.plans["plpro0"])
        plan.throttle?.burstLimit = 99
        driver.send(driver.world.write([.put(.usagePlan(plan))], "raised the burst", actor: "mona"))
        try driver.type("^S")
      },
      Place("an edit of a plan that was deleted") { driver in
        try driver.type("2 G e x")
        driver.send(
          driver.world.write([.deleted(.usagePlan("plnone"))], "deleted unused", actor: "mona"))
        try driver.type("^S")
      },
    ]

  private static let sizes = [Size(width: 120, height: 40), Size(width: 60, height: 15)]

  /// What a press came to, besides a toast.
  private struct Picture: Equatable {
    let screen: String
    let wanted: Int
    let effects: Int

    init(_ driver: ConsoleDriver) {
      var frame = driver.screen.makeFrame()
      let console = driver.console
      let cursor = console.draw(into: &frame, world: driver.world)
      frame.fill(ScreenLayout(console.size).toast)
      screen = "\(frame.description)\(String(describing: cursor))\(frame.styleDescription)"
      wanted = driver.wanted.count
      effects = driver.world.effects.count
    }
  }

  /// Rows whose doing is seen nowhere but in the toast that tells its outcome.
  private static let onlyTold: Set<ActionID> = ["doctor.examine"]

  @Test("Every hint of every footer does something, and not by a toast alone", arguments: places)
  func hints(_ place: Place) throws {
    for size in Self.sizes {
      let first = try Self.driver(at: place, size)
      let rows = FooterLine.bindings(first.console, first.world)
      #expect(!rows.isEmpty, "no hints")
      for row in rows {
        let driver = try Self.driver(at: place, size)
        let before = Picture(driver)
        let key = try #require(row.keys.first)
        try driver.type(key.description)
        let toast = driver.console.news.toast
        if Self.onlyTold.contains(row.action) || toast?.kind == .error {
          // What the model refuses is told in its words.
          #expect(toast != nil, "\(key) \(row.title)")
        } else {
          #expect(Picture(driver) != before, "\(key) \(row.title) at \(size) does nothing")
        }
      }
    }
  }

  private static func driver(at place: Place, _ size: Size) throws -> ConsoleDriver {
    let driver = ConsoleDriver(try place.world(), size: size)
    try place.reach(driver)
    return driver
  }
}
