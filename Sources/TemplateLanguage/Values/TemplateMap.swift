/// A map that its holders share, in the order its keys came.
final class TemplateMap {
  private(set) var keys: [String] = []
  private var values: [String: TemplateValue] = [:]

  init() {}

  init(_ strings: some Sequence<(key: String, value: String)>) {
    for (key, value) in strings { self[key] = .string(value) }
  }

  var count: Int { values.count }

  subscript(key: String) -> TemplateValue? {
    get { values[key] }
    set {
      guard let newValue else { return remove(key) }
      if values.updateValue(newValue, forKey: key) == nil { keys.append(key) }
    }
  }

  /// - Complexity: linear in the number of keys.
  func remove(_ key: String) {
    guard values.removeValue(forKey: key) != nil else { return }
    keys.removeAll { $0 == key }
  }

  func removeAll() {
    keys = []
    values = [:]
  }
}
