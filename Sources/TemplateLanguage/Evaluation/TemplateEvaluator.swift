import GatewayModel

/// Renders one template for one request.
///
/// Source: Apache Velocity 1.7 for the language; recorded answers for what is not there: it prints
/// as nothing, equals an empty text and counts as true.
final class TemplateEvaluator {
  /// How rendering goes on after a node.
  enum Flow {
    case next
    case leaveLoop
    case stop
  }

  let input: TemplateInput
  private let limits: TemplateLimits
  private(set) var output = ""
  private var stepsLeft: Int
  private var depth = 0
  var variables: [String: TemplateValue]
  var loop: LoopState?
  /// The body, once a template asked for a part of it.
  private var readBody: TemplateValue?
  private lazy var parameters = makeParameters()
  private var patterns: [String: JavaPattern] = [:]

  init(_ input: TemplateInput, limits: TemplateLimits) {
    self.input = input
    self.limits = limits
    stepsLeft = limits.steps
    variables = [
      "input": .input, "util": .util,
      "stageVariables": .map(
        TemplateMap(input.stageVariables.sorted { $0.key < $1.key }.map { ($0.key, $0.value) })),
      "context": Self.context(of: input),
    ]
  }

  private static func context(of input: TemplateInput) -> TemplateValue {
    let context = TemplateValue(.object(input.context))
    guard case .map(let map) = context else { return context }
    map["requestOverride"] = override(
      input.requestOverride, parts: ["header", "querystring", "path"])
    map["responseOverride"] = override(input.responseOverride, parts: ["header"])
    return context
  }

  /// An override with its maps, so that a template can set a member of one at once.
  private static func override(_ object: JSONObject, parts: [String]) -> TemplateValue {
    let value = TemplateValue(.object(object))
    guard case .map(let map) = value else { return value }
    for part in parts where map[part] == nil { map[part] = .map(TemplateMap()) }
    return value
  }

  /// An override as the template left it.
  func override(_ name: String) throws(TemplateError) -> JSONObject {
    guard case .map(let context)? = variables["context"], case .map(let map)? = context[name],
      case .object(let object) = try json(.map(map))
    else { return JSONObject() }
    return object
  }

  // MARK: Limits

  /// Counts a step, and one more for each `TemplateLimits.bytesPerStep` of text.
  func step(bytes: Int = 0, count: Int = 1) throws(TemplateError) {
    stepsLeft -= count + bytes / TemplateLimits.bytesPerStep
    guard stepsLeft >= 0 else {
      throw .limitReached("the template takes more than \(limits.steps) steps")
    }
  }

  /// Goes one level deeper for the time of `body`.
  func nested<Result>(
    _ body: () throws(TemplateError) -> Result
  ) throws(TemplateError) -> Result {
    // Each level of the template is one or two of these, each level of a value is one.
    guard depth < TemplateLimits.depth * 4 else {
      throw .limitReached("values stand too deep in each other")
    }
    depth += 1
    defer { depth -= 1 }
    return try body()
  }

  /// A made text, if it is not too long.
  func made(_ text: String) throws(TemplateError) -> TemplateValue {
    try step(bytes: text.utf8.count)
    guard text.utf8.count <= limits.outputBytes else {
      throw .limitReached("a text has more than \(limits.outputBytes) bytes")
    }
    return .string(text)
  }

  func write(_ text: String) throws(TemplateError) {
    try step(bytes: text.utf8.count)
    guard output.utf8.count + text.utf8.count <= limits.outputBytes else {
      throw .limitReached("the rendered text has more than \(limits.outputBytes) bytes")
    }
    output += text
  }

  /// What nodes print, apart from the output so far.
  func captured(_ nodes: [TemplateNode]) throws(TemplateError) -> String {
    let before = output
    output = ""
    defer { output = before }
    _ = try render(nodes)
    return output
  }

  // MARK: Objects

  /// The body as a value: an empty object if there is none.
  func bodyValue() throws(TemplateError) -> TemplateValue {
    if let readBody { return readBody }
    let text = input.body ?? ""
    try step(bytes: text.utf8.count * 4)
    let value: TemplateValue
    if text.utf8.allSatisfy({ $0 <= 0x20 }) {
      value = .map(TemplateMap())
    } else {
      do throws(JSONReadingError) {
        value = TemplateValue(try JSONValue(reading: text))
      } catch {
        throw .bodyIsNotJSON("\(error.reason) at byte \(error.offset)")
      }
    }
    readBody = value
    return value
  }

  /// `$input.params()`
  var parameterMap: TemplateMap { parameters }

  private func makeParameters() -> TemplateMap {
    let map = TemplateMap()
    for (name, values) in [
      ("path", input.path), ("querystring", input.querystring), ("header", input.header),
    ] {
      map[name] = .map(TemplateMap(values.map { ($0.name, $0.value) }))
    }
    return map
  }

  /// A pattern, compiled once.
  func pattern(_ text: String) throws(TemplateError) -> JavaPattern {
    if let pattern = patterns[text] { return pattern }
    let pattern: JavaPattern
    do throws(JavaPatternError) {
      pattern = try JavaPattern(text)
    } catch {
      throw .failed("the pattern “\(text)” is not supported: \(error.reason)")
    }
    patterns[text] = pattern
    return pattern
  }

  /// The steps that are left, for work that counts its own.
  var remainingSteps: Int {
    get { stepsLeft }
    set { stepsLeft = newValue }
  }
}
