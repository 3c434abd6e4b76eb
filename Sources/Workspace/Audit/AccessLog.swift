public import GatewayModel

/// The list of who made, deleted and printed credentials of the control plane when: `access.jsonl` in
/// the workspace's folder.
///
/// Credentials are no configuration of the gateway, so the journal does not have them.
public struct AccessLog: Sendable {
  /// The most bytes the list grows to; then nothing is noted until it is moved away.
  public static let limitBytes = 64 * 1_048_576

  private let file: AuditFile

  /// The list of a workspace.
  ///
  /// - Parameter workspacePath: The workspace's folder.
  public init(workspacePath: String) {
    file = AuditFile(path: "\(workspacePath)/access.jsonl", limitBytes: Self.limitBytes)
  }

  /// Notes what was done with a credential.
  ///
  /// - Parameters:
  ///   - credential: Which one; its secret is not noted.
  ///   - action: What was done.
  ///   - actor: By whom.
  ///   - time: When.
  /// - Returns: False if it could not be noted.
  @discardableResult
  public func note(
    _ credential: AccessCredential, action: Action, actor: Actor, time: Timestamp
  ) -> Bool {
    file.append([
      "time": .string(time.iso8601), "actor": .string(actor.name), "id": .string(credential.id),
      "name": .string(credential.name), "action": .string(action.rawValue),
    ])
  }

  /// What was done.
  public enum Action: String, Sendable {
    /// The credential was made.
    case created
    /// The credential was deleted.
    case deleted
    /// Its secret was printed.
    case shown
  }
}
