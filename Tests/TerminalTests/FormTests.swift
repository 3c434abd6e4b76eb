import Terminal
import TestSupport
import Testing

@Suite struct FormTests {
  private func planForm() -> Form {
    Form([
      FormField(id: "name", label: "Name", control: .readOnly("pro")),
      FormField(
        id: "rate", label: "Rate", control: .number(TextField("8")), note: "requests/s   was 5",
        hint: "how fast the bucket fills"),
      FormField(
        id: "burst", label: "Burst", control: .number(TextField("4")), note: "requests   was 10",
        remark: .warning("burst is below rate: less than 1 s of traffic fits")),
      FormField(
        id: "period", label: "Quota per",
        control: .choice(["day", "week", "month"], selected: 0)),
      FormField(
        id: "offset", label: "Starts", control: .number(TextField("1")), note: "day of the period",
        remark: .error("a day quota has no start day; leave 0")),
      FormField(
        id: "stages", label: "Stages",
        control: .multiChoice(["prod", "beta", "dev"], selected: [0], cursor: 0)),
      FormField(id: "on", label: "Enabled", control: .toggle(true)),
      FormField(
        id: "secret", label: "Value", control: .text(TextField("abc", isMasked: true))),
    ])
  }

  private func show(_ form: Form, _ width: Int, _ height: Int) -> MemoryScreen {
    let screen = MemoryScreen(size: Size(width: width, height: height))
    var frame = screen.makeFrame()
    let cursor = form.draw(into: &frame, in: frame.bounds)
    screen.present(frame, cursor: cursor.map { Cursor($0, isVisible: true) })
    return screen
  }

  private func press(_ form: inout Form, _ keys: String) throws {
    for key in try KeySequence(notation: keys).keys { _ = form.handle(key) }
  }

  @Test func wide() {
    expectGolden(show(planForm(), 72, 12).textAndStyles, "form-wide.txt")
  }

  @Test func narrowPutsLabelsAbove() {
    expectGolden(show(planForm(), 30, 20).text, "form-narrow.txt")
  }

  @Test func tooTallKeepsTheFieldInSight() throws {
    var form = planForm()
    try press(&form, "S-Tab")
    let screen = show(form, 72, 4)
    #expect(screen.shows("Value"))
    #expect(!screen.shows("Name"))
    for _ in form.fields {
      try press(&form, "Tab")
      let label = try #require(form.focusedField?.label.string)
      #expect(show(form, 72, 4).shows(label))
      #expect(show(form, 72, 1).shows(label))
    }
  }

  @Test func keysGoRoundTheEditableFields() throws {
    var form = planForm()
    #expect(form.focusedField?.id == "rate")
    try press(&form, "S-Tab")
    #expect(form.focusedField?.id == "secret")
    try press(&form, "Tab Down Up")
    #expect(form.focusedField?.id == "rate")
    form.setFocus("name")
    #expect(form.focusedField?.id == "rate")
    form.setFocusOnError()
    #expect(form.focusedField?.id == "offset")
    #expect(form.errorCount == 1)
  }

  @Test func valuesChangeByTheirKeys() throws {
    var form = planForm()
    try press(&form, "5 . 2")
    #expect(form["rate"]?.control.text == "85.2")
    form.setFocus("period")
    try press(&form, "Left")
    #expect(form["period"]?.control.selection == [2])
    try press(&form, "Right Space")
    #expect(form["period"]?.control.selection == [1])
    form.setFocus("stages")
    try press(&form, "Right Space Right Right Space Left Left Space")
    #expect(form["stages"]?.control.selection == [1, 2])
    form.setFocus("on")
    try press(&form, "Space")
    #expect(form["on"]?.control.isOn == false)
    #expect(form.handle(KeyEvent(.enter)) == .ignored)
    form.setFocus("rate")
    #expect(form.paste(",9 r/s") == .edited("rate"))
    try press(&form, "e 5")
    // What is dropped from a number makes another one of it.
    #expect(form["rate"]?.control.text == "85.2,9 r/se5")
  }

  @Test func errorsAreReadInFull() throws {
    let error = "Invalid value for rateLimit: must be a number of requests of 0 or more"
    var form = planForm()
    form["rate"]?.remark = .error(DisplayText(error))
    for width in [30, 40, 60, 72] {
      let screen = show(form, width, form.height(inWidth: width))
      let text = screen.text.split(separator: "\n").joined(separator: " ")
        .split(separator: " ").joined(separator: " ")
      #expect(text.contains("✗ " + error), "\(width): \(text)")
    }
  }

  @Test func everySizeIsSafe() {
    for width in 0...50 {
      for height in 0...6 { _ = show(planForm(), width, height) }
    }
    _ = show(Form([]), 10, 2)
  }
}
