/// An option of an AWS CLI line; one whose value is nil was not sent and is left out.
enum AWSArgument {
  /// `--name TEXT`.
  case text(String, String?)
  /// `--name NUMBER`.
  case integer(String, Int?)
  /// `--name` or `--no-name`.
  case flag(String, Bool?)
  /// `--name TEXT TEXT`.
  case list(String, [String]?)
  /// `--name key=value,key=value`, or JSON where the short form could be misread.
  case map(String, [String: String]?)
  /// `--name JSON`.
  case json(String, JSONValue?)
  /// `--patch-operations op=…,path=…,value=…`, or JSON where the short form could be misread.
  case patch([PatchOperation])
  /// `--name ADDRESS`, read by the AWS CLI from there: how secrets and long bodies are given.
  case file(String, at: String?)

  /// The words of the option, not yet quoted for a shell.
  var words: [String] {
    switch self {
    case .text(let name, let text): Self.option(name, text)
    case .integer(let name, let number): Self.option(name, number.map(String.init))
    case .flag(let name, let isOn): isOn.map { [$0 ? "--\(name)" : "--no-\(name)"] } ?? []
    case .list(let name, let texts): texts.map { ["--\(name)"] + $0 } ?? []
    case .map(let name, let map): Self.option(name, map.map(Self.text))
    case .json(let name, let value): Self.option(name, value?.text)
    case .patch(let operations): ["--patch-operations"] + Self.words(operations)
    case .file(let name, let address): Self.option(name, address)
    }
  }

  /// A text that starts with a dash would be read as an option, so it is joined to its name.
  private static func option(_ name: String, _ text: String?) -> [String] {
    guard let text else { return [] }
    return text.hasPrefix("-") ? ["--\(name)=\(text)"] : ["--\(name)", text]
  }

  private static func text(_ map: [String: String]) -> String {
    let pairs = map.sorted { $0.key < $1.key }
    guard !pairs.isEmpty, pairs.allSatisfy({ isPlain($0.key) && isPlain($0.value) }) else {
      return JSONValue.map(map).text
    }
    return pairs.map { "\($0.key)=\($0.value)" }.joined(separator: ",")
  }

  private static func words(_ operations: [PatchOperation]) -> [String] {
    let members = operations.map { operation in
      [
        ("op", operation.op), ("path", operation.path), ("value", operation.value),
        ("from", operation.from),
      ].compactMap { name, text in text.map { (name, $0) } }
    }
    guard !members.isEmpty, members.allSatisfy({ $0.allSatisfy { isPlain($0.1) } }) else {
      let objects = members.map { pairs in
        JSONValue.object(JSONObject(pairs.map { ($0.0, JSONValue.string($0.1)) }))
      }
      return [JSONValue.array(objects).text]
    }
    return members.map { pairs in pairs.map { "\($0.0)=\($0.1)" }.joined(separator: ",") }
  }

  /// Whether the short form of the AWS CLI takes the text as it is.
  ///
  /// Source: AWS CLI user guide, "Using shorthand syntax".
  private static func isPlain(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { ASCII.isAlphanumeric($0) || "_-./:~*+".utf8.contains($0) }
  }
}
