import GatewayModel

/// Reads one YAML document as the JSON value it stands for.
///
/// Plain scalars are read by JSON's rules, as OpenAPI asks, so `on`, `yes` and `012` are texts; names
/// are always texts, so a status `200:` is one. Tags of YAML's own types are followed, all others are
/// refused: nothing in a document is ever run.
/// Source: OpenAPI 3.0.3, "Format"; YAML 1.2.2, chapter 10.
struct YAMLReader {
  /// A value that aliases may repeat.
  private struct Anchored {
    var value: JSONValue
    var count: Int
    /// Levels of lists and objects, 0 for a scalar.
    var levels: Int
  }

  private let events: YAMLEvents
  private var anchors: [String: Anchored] = [:]
  private var valueCount = 0
  /// The deepest list or object of the value that is being read.
  private var deepest = 0

  /// A reader of a document's events.
  init(_ events: YAMLEvents) {
    self.events = events
  }

  /// The one value the document holds.
  mutating func document() throws(DocumentError) -> JSONValue {
    var event = try next()
    guard event.kind == .documentStart else { throw DocumentError("the document is empty") }
    let value = try value(try next(), depth: 1)
    event = try next()
    if event.kind == .documentEnd { event = try next() }
    guard event.kind == .streamEnd else {
      throw DocumentError("a second document in one file", at: event.place)
    }
    return value
  }

  private func next() throws(DocumentError) -> YAMLEvent {
    var event = try events.next()
    while event.kind == .other { event = try events.next() }
    return event
  }

  private mutating func value(
    _ event: YAMLEvent, depth: Int
  ) throws(DocumentError) -> JSONValue {
    let countBefore = valueCount
    let deepestBefore = deepest
    deepest = depth - 1
    try note(1, at: event.place)
    let value: JSONValue
    switch event.kind {
    case .scalar(let text, let isPlain):
      value = try YAMLScalar.value(of: text, isPlain: isPlain, tag: event.tag, at: event.place)
    case .sequenceStart:
      try YAMLScalar.check(event.tag, is: "seq", at: event.place)
      try enter(depth, at: event.place)
      value = .array(try sequence(depth: depth))
    case .mappingStart:
      try YAMLScalar.check(event.tag, is: "map", at: event.place)
      try enter(depth, at: event.place)
      value = .object(try mapping(depth: depth))
    case .alias(let name): value = try alias(name, depth: depth, at: event.place)
    default: throw DocumentError("expected a value", at: event.place)
    }
    if let anchor = event.anchor {
      anchors[anchor] = Anchored(
        value: value, count: valueCount - countBefore, levels: deepest - (depth - 1))
    }
    deepest = max(deepest, deepestBefore)
    return value
  }

  private mutating func sequence(depth: Int) throws(DocumentError) -> [JSONValue] {
    var values: [JSONValue] = []
    while true {
      let event = try next()
      if event.kind == .sequenceEnd { return values }
      values.append(try value(event, depth: depth + 1))
    }
  }

  private mutating func mapping(depth: Int) throws(DocumentError) -> JSONObject {
    var members: [(String, JSONValue)] = []
    var names: Set<String> = []
    var merged: [JSONObject] = []
    while true {
      let event = try next()
      if event.kind == .mappingEnd { break }
      guard case .scalar(let name, let isPlain) = event.kind else {
        throw DocumentError("a name must be a text", at: event.place)
      }
      let member = try next()
      let value = try value(member, depth: depth + 1)
      if let anchor = event.anchor {
        anchors[anchor] = Anchored(value: .string(name), count: 1, levels: 0)
      }
      if isPlain, name == "<<", event.tag == nil {
        merged += try Self.merged(value, at: member.place)
        continue
      }
      guard names.insert(name).inserted else {
        throw DocumentError("the name \"\(name)\" stands twice in one object", at: event.place)
      }
      members.append((name, value))
    }
    for object in merged {
      for member in object.members where names.insert(member.name).inserted {
        members.append((member.name, member.value))
      }
    }
    return JSONObject(members)
  }

  private static func merged(
    _ value: JSONValue, at place: DocumentError.Place
  ) throws(DocumentError) -> [JSONObject] {
    let values: [JSONValue] = if case .array(let list) = value { list } else { [value] }
    var objects: [JSONObject] = []
    for value in values {
      guard case .object(let object) = value else {
        throw DocumentError("<< takes an object or a list of objects", at: place)
      }
      objects.append(object)
    }
    return objects
  }

  private mutating func alias(
    _ name: String, depth: Int, at place: DocumentError.Place
  ) throws(DocumentError) -> JSONValue {
    guard let anchored = anchors[name] else {
      throw DocumentError(
        "the alias *\(name) refers to itself or to nothing before it", at: place)
    }
    try note(anchored.count - 1, at: place)
    if anchored.levels > 0 { try enter(depth - 1 + anchored.levels, at: place) }
    return anchored.value
  }

  private mutating func enter(
    _ depth: Int, at place: DocumentError.Place
  ) throws(DocumentError) {
    deepest = max(deepest, depth)
    guard depth <= DocumentLimits.depth else {
      throw DocumentError("more than \(DocumentLimits.depth) levels", at: place)
    }
  }

  private mutating func note(
    _ count: Int, at place: DocumentError.Place
  ) throws(DocumentError) {
    valueCount += count
    guard valueCount <= DocumentLimits.valueCount else {
      throw DocumentError(
        "more than \(DocumentLimits.valueCount) values, aliases included", at: place)
    }
  }
}
