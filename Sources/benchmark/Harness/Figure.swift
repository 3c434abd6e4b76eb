/// One number of a case, named with its unit last.
struct Figure: Sendable {
  let name: String
  let value: Double

  /// A number, for example `openMilliseconds`.
  init(_ name: String, _ value: Double) {
    self.name = name
    self.value = value
  }

  /// The member of a JSON object, with three decimals at most.
  var json: String {
    let thousandths = (value * 1_000).rounded() / 1_000
    let text = Int(exactly: thousandths).map(String.init) ?? String(thousandths)
    return "\"\(name)\":\(text)"
  }
}
