/// The way a change came in.
///
/// Open to names this version does not know, since a journal is read by older programs too.
public struct Surface: Sendable, Hashable, RawRepresentable {
  /// The word the journal has, for example `cli`; at most 32 ASCII characters.
  public var rawValue: String

  /// A surface by the journal's word.
  public init(rawValue: String) {
    self.rawValue = rawValue
  }

  /// The terminal console.
  public static let console = Surface(rawValue: "console")
  /// A command line verb.
  public static let cli = Surface(rawValue: "cli")
  /// The control plane: AWS CLI, SDKs, Terraform.
  public static let control = Surface(rawValue: "control")
  /// The gateway itself.
  public static let gateway = Surface(rawValue: "gateway")
  /// The demonstration workspace.
  public static let demo = Surface(rawValue: "demo")
}
