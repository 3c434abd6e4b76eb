public import GatewayModel

/// The credentials of a workspace's control plane: made, listed and deleted.
///
/// Each change is durable when its function returns, and noted in `AccessLog`.
public struct AccessStore: Sendable {
  /// The name of a credential that is given none.
  public static let defaultName = "default"

  private let workspacePath: String

  /// The credentials of a workspace.
  ///
  /// - Parameter workspacePath: The workspace's folder, which exists.
  public init(workspacePath: String) {
    self.workspacePath = workspacePath
  }

  /// All credentials, in the order they were made.
  ///
  /// - Throws: Why the file cannot be used.
  public func credentials() throws(WorkspaceError) -> [AccessCredential] {
    try AccessFile(workspacePath: workspacePath).read()
  }

  /// The credential with an id or a name.
  ///
  /// - Throws: `CommandError` if there is none, or why the file cannot be used.
  public func credential(_ idOrName: String) throws -> AccessCredential {
    let all = try credentials()
    guard let found = Self.find(idOrName, in: all) else { throw Self.unknown(idOrName) }
    return found
  }

  /// Makes a credential.
  ///
  /// - Parameters:
  ///   - name: 1 to 64 letters, digits and `._@-`, not taken yet.
  ///   - isReadOnly: Whether it is for reading alone.
  ///   - actor: Who makes it.
  ///   - time: When.
  /// - Throws: `CommandError` if the name cannot be taken, or why the file cannot be written.
  @discardableResult
  public func create(
    name: String = defaultName, isReadOnly: Bool = false, actor: Actor, time: Timestamp
  ) throws -> AccessCredential {
    guard AccessCredential.isName(name) else {
      throw CommandError(
        .badRequest, "A credential's name is 1 to 64 letters, digits and . _ @ -.",
        remedy: "keystile access create ci-terraform")
    }
    let file = try AccessFile(workspacePath: workspacePath)
    try file.lock()
    var all = try file.read()
    guard Self.find(name, in: all) == nil else {
      throw CommandError(
        .conflict, "There is a credential “\(name)” already.",
        remedy: "keystile access env \(name), or create one with another name")
    }
    guard all.count < AccessLimits.credentials else {
      throw CommandError(
        .limitExceeded, "There are \(AccessLimits.credentials) credentials already.",
        remedy: "keystile access delete ID")
    }
    let identifiers = SystemIdentifiers()
    let credential = AccessCredential(
      id: identifiers.accessKeyId(), name: name, secret: identifiers.secretAccessKey(),
      isReadOnly: isReadOnly, createdDate: time, createdBy: actor.name)
    all.append(credential)
    try file.replace(with: all)
    AccessLog(workspacePath: workspacePath)
      .note(credential, action: .created, actor: actor, time: time)
    return credential
  }

  /// Deletes a credential; what is signed with it is refused from then on.
  ///
  /// - Parameters:
  ///   - idOrName: Which one.
  ///   - actor: Who deletes it.
  ///   - time: When.
  /// - Throws: `CommandError` if there is none, or why the file cannot be written.
  @discardableResult
  public func delete(
    _ idOrName: String, actor: Actor, time: Timestamp
  ) throws -> AccessCredential {
    let file = try AccessFile(workspacePath: workspacePath)
    try file.lock()
    let all = try file.read()
    guard let found = Self.find(idOrName, in: all) else { throw Self.unknown(idOrName) }
    try file.replace(with: all.filter { $0.id != found.id })
    AccessLog(workspacePath: workspacePath)
      .note(found, action: .deleted, actor: actor, time: time)
    return found
  }

  private static func find(
    _ idOrName: String, in all: [AccessCredential]
  ) -> AccessCredential? {
    all.first { $0.id == idOrName } ?? all.first { $0.name == idOrName }
  }

  private static func unknown(_ idOrName: String) -> CommandError {
    CommandError(
      .notFound, "There is no credential “\(idOrName)”.", remedy: "keystile access list")
  }
}
