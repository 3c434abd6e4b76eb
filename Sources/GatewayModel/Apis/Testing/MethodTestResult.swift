/// What a method answered when it was tried, and how it came to that.
public struct MethodTestResult: Sendable, Hashable {
  /// A header field.
  public struct Field: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The value.
    public var value: String

    /// A header field.
    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  /// The status.
  public var status: Int
  /// The header fields, in their order.
  public var headers: [Field]
  /// The body; bytes that are no text are replaced.
  public var body: String
  /// The execution log; key values and credentials are masked in it.
  public var log: String
  /// How long it took, in milliseconds.
  public var latencyMilliseconds: Int

  /// What a method answered.
  public init(
    status: Int, headers: [Field], body: String, log: String, latencyMilliseconds: Int
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.log = log
    self.latencyMilliseconds = latencyMilliseconds
  }
}

extension MethodTestResult {
  /// The answer of TestInvokeMethod.
  public var wire: JSONValue {
    var values: [String: [String]] = [:]
    for field in headers { values[field.name, default: []].append(field.value) }
    var object = JSONObject()
    object.add("status", .integer(status))
    object.add("body", text: body)
    object.add("headers", .map(values.compactMapValues(\.last)))
    object.add(
      "multiValueHeaders",
      .object(JSONObject(sorting: values.mapValues { .array($0.map(JSONValue.string)) })))
    object.add("log", text: log)
    object.add("latency", .integer(latencyMilliseconds))
    return .object(object)
  }
}
