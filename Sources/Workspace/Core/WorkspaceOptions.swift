public import GatewayModel
public import Journal

/// How a workspace is opened and what it depends on.
public struct WorkspaceOptions {
  /// What it is opened for.
  public enum Access: Sendable, Hashable {
    /// Reading and following: takes no lock, and works on a damaged or read-only workspace.
    case readOnly
    /// Reading and changing.
    case readWrite
    /// The same, and makes the folder where there is none.
    case create
  }

  /// What it is opened for.
  public var access: Access
  /// How the journal behaves, and over which file system.
  public var journal: JournalOptions
  /// The wall clock.
  public var now: () -> Timestamp
  /// How many entities commands through this handle may make; what others made stays.
  public var limits: AccountLimits
  /// Makes ids, key values and the names of transactions.
  public var identifiers: any IdentifierSource
  /// Makes client certificates, PEM text, valid from one moment to another.
  public var makeCertificate: (Timestamp, Timestamp) -> String?
  /// Draws the names of transactions.
  public var randomNumbers: any RandomNumberGenerator

  /// The product's own settings.
  public init(access: Access = .create) {
    self.access = access
    journal = JournalOptions()
    now = SystemClock.now
    limits = AccountLimits()
    identifiers = SystemIdentifiers()
    makeCertificate = SelfSignedCertificate.pem
    randomNumbers = SecureRandomNumbers()
  }
}
