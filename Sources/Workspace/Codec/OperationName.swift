import GatewayModel

/// The versioned name of an operation, for example `apikey.put/1`.
///
/// A version is raised when a reader of the old form would misunderstand the new one; old forms are
/// read for ever and never rewritten.
enum OperationName: Hashable {
  case put(EntityKind)
  case delete(EntityKind)
  case undo
  case redo

  /// The version every operation is written in.
  static let version = 1

  /// The name as the journal has it.
  var text: String {
    switch self {
    case .put(let kind): "\(kind.rawValue).put/\(Self.version)"
    case .delete(let kind): "\(kind.rawValue).delete/\(Self.version)"
    case .undo: "undo/\(Self.version)"
    case .redo: "redo/\(Self.version)"
    }
  }

  /// Reads a name.
  ///
  /// - Throws: The refusal, which tells a name that is unknown from one that is only newer.
  init(_ text: String) throws(EventCodecError) {
    guard let slash = text.lastIndex(of: "/"), let version = Int(text[text.index(after: slash)...]),
      let name = Self.unversioned(text[..<slash])
    else { throw .unknownOperation(text) }
    guard (1...Self.version).contains(version) else {
      throw version > Self.version ? .newerOperation(text) : .unknownOperation(text)
    }
    self = name
  }

  private static func unversioned(_ name: Substring) -> OperationName? {
    if name == "undo" { return .undo }
    if name == "redo" { return .redo }
    let parts = name.split(separator: ".", omittingEmptySubsequences: false)
    guard parts.count == 2, let kind = EntityKind(rawValue: String(parts[0])) else { return nil }
    switch parts[1] {
    case "put": return .put(kind)
    case "delete": return .delete(kind)
    default: return nil
    }
  }
}
