/// Every limit of the control plane's credentials, with its unit.
public enum AccessLimits {
  /// The credentials of a workspace.
  public static let credentials = 1_000
  /// The longest name, in characters of ASCII.
  public static let nameCharacters = 64
  /// The longest file of credentials, in bytes.
  static let fileBytes = 1_048_576
  /// How long a writer waits for another one, in milliseconds.
  static let lockWaitMilliseconds: Int64 = 5_000
}
