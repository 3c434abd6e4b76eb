import Console
import GatewayModel
import Terminal
import Testing

@Suite("Forms on the screen")
struct FormGoldenTests {
  private static let sizes = [
    Size(width: 80, height: 24), Size(width: 120, height: 40), Size(width: 60, height: 15),
  ]

  /// Keys that lead to each form, with something typed.
  private static let forms: [(name: String, keys: String, text: String, then: String)] = [
    ("key-new", "n", "partner", ""), ("key-edit", "e ^U", "acme-nightly", "Tab"),
    ("key-rotate", "r", "", ""), ("plan-new", "2 n", "gold", "Tab Tab Tab"),
    ("plan-edit", "2 j e Tab Tab Tab ^U", "-7", ""), ("api-new", "3 N", "pets", ""),
    ("api-edit", "3 e", "-old", ""), ("resource-new", "3 r", "", "Tab"),
    ("method-new", "3 n Tab", "stock", ""), ("method-edit", "3 j e", "", "Space"),
    ("plan-keys", "2 j m", "a", "Space"), ("key-plans", "p", "", ""),
    ("stage-edit", "4 e", "", "Tab Tab"), ("key-grant", "i", "", "Tab"),
    ("key-secret", "n", "partner", "^S"),
  ]

  @Test("A conflict at each size")
  func conflict() throws {
    for size in Self.sizes {
      let driver = ConsoleDriver(Fixtures.shop(), size: size)
      try driver.type("2 j e Tab Tab Tab ^U")
      driver.type(text: "7")
      var plan = try #require(driver.world.state.plans["plpro0"])
      plan.throttle?.rateLimit = 6
      driver.world.write(
        [.put(.usagePlan(plan))], "raised the rate of pro", actor: "mona", surface: "cli")
      try driver.type("^S")
      Golden.expect(driver.screen, "form-conflict-\(size)")
    }
  }

  @Test("Each form at each size", arguments: forms.indices)
  func draw(_ index: Int) throws {
    let form = Self.forms[index]
    for size in Self.sizes {
      let driver = ConsoleDriver(Fixtures.shop(), size: size)
      try driver.type(form.keys)
      driver.type(text: form.text)
      if !form.then.isEmpty { try driver.type(form.then) }
      Golden.expect(driver.screen, "form-\(form.name)-\(size)")
    }
  }
}
