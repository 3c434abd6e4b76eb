public import GatewayModel

/// Where the console is and how things stand there: what the header line tells.
public struct WorkspaceStatus: Hashable, Sendable {
  /// The folder of the workspace.
  public var path: String
  /// The newest line of the journal.
  public var journalHead: Sequence64
  /// Addresses of gateways that serve the workspace now, for example `http://127.0.0.1:8080`.
  public var gateways: [String]
  /// True when nothing can be changed from here.
  public var isReadOnly: Bool
  /// True when the requests come from the demonstration's own source.
  public var hasDemoTraffic: Bool
  /// Milliseconds since the last word of the journal's follower; large when it lags.
  public var followerAgeMilliseconds: Int64

  /// How things stand in a workspace.
  public init(
    path: String, journalHead: Sequence64 = 0, gateways: [String] = [], isReadOnly: Bool = false,
    hasDemoTraffic: Bool = false, followerAgeMilliseconds: Int64 = 0
  ) {
    self.path = path
    self.journalHead = journalHead
    self.gateways = gateways
    self.isReadOnly = isReadOnly
    self.hasDemoTraffic = hasDemoTraffic
    self.followerAgeMilliseconds = followerAgeMilliseconds
  }

  /// The last part of the path.
  public var name: String {
    path.split(separator: "/").last.map(String.init) ?? path
  }
}
