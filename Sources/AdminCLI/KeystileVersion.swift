/// The program's version.
public enum KeystileVersion {
  /// Major, minor and patch, as in semantic versioning.
  public static let current = "0.1.0"
}
