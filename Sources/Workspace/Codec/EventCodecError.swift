/// Why the content of a journal line cannot be understood, or written.
enum EventCodecError: Error, Hashable {
  /// The operation is of a kind this program does not know.
  case unknownOperation(String)
  /// The operation is known, in a later version than this program's.
  case newerOperation(String)
  /// The bytes are not what the operation's version says they are.
  case malformed(String)

  /// What is wrong, in a sentence without key values.
  var explanation: String {
    switch self {
    case .unknownOperation(let name): "it holds the unknown operation \(name)"
    case .newerOperation(let name): "it holds \(name), which a newer version has written"
    case .malformed(let what): "its content is malformed: \(what)"
    }
  }
}
