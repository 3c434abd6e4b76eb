public import GatewayModel

/// The list of who was shown which key value when: `reveals.jsonl` in the workspace's folder.
///
/// Showing a secret changes nothing, so it is no line of the journal; it is noted all the same, for
/// whoever has to find out where a value went. One JSON object a line, never a value.
public struct RevealLog: Sendable {
  /// The most bytes the list grows to; then nothing is noted until it is moved away.
  public static let limitBytes = 64 * 1_048_576

  private let file: AuditFile

  /// The list of a workspace.
  ///
  /// - Parameter workspacePath: The workspace's folder.
  public init(workspacePath: String) {
    file = AuditFile(path: "\(workspacePath)/reveals.jsonl", limitBytes: Self.limitBytes)
  }

  /// Notes that a key's value left the workspace.
  ///
  /// - Parameters:
  ///   - key: The key.
  ///   - means: How: `shown`, `copied` or `exported`.
  ///   - actor: To whom.
  ///   - time: When.
  /// - Returns: False if it could not be noted.
  @discardableResult
  public func note(_ key: ApiKeyID, means: Means, actor: Actor, time: Timestamp) -> Bool {
    file.append([
      "time": .string(time.iso8601), "actor": .string(actor.name), "key": .string(key),
      "means": .string(means.rawValue),
    ])
  }

  /// How a value left.
  public enum Means: String, Sendable {
    /// On a screen.
    case shown
    /// To a clipboard.
    case copied
    /// To a file.
    case exported
  }
}
