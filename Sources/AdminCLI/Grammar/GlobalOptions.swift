/// The options every verb takes.
public struct GlobalOptions: Sendable, Hashable {
  /// `--workspace DIR`: the folder to work on.
  public var workspace: String?
  /// `--json`: one JSON value on one line instead of text.
  public var json = false
  /// `--no-color`: no colour even on a terminal.
  public var noColor = false
  /// `--quiet`: ids alone.
  public var quiet = false
  /// `--as ACTOR`: who the journal names.
  public var actor: String?
  /// `--help`: says what the verb does instead of doing it.
  public var help = false

  /// None given.
  public init() {}

  /// Their declarations.
  public static let specs: [OptionSpec] = [
    OptionSpec(
      "--workspace", "DIR", help: "the workspace folder (or KEYSTILE_WORKSPACE; default: XDG data)"),
    OptionSpec("--json", help: "print API Gateway's own JSON, one value on one line"),
    OptionSpec("--no-color", help: "no colour even on a terminal (NO_COLOR does the same)"),
    OptionSpec("--quiet", help: "print ids alone"),
    OptionSpec("--as", "ACTOR", help: "who the journal names for this change"),
    OptionSpec("--help", help: "say what the verb does"),
  ]

  /// Takes in one option.
  ///
  /// - Returns: False if it is not one of these.
  mutating func take(_ name: String, _ value: String?) -> Bool {
    switch name {
    case "--workspace": workspace = value
    case "--json": json = true
    case "--no-color": noColor = true
    case "--quiet": quiet = true
    case "--as": actor = value
    case "--help": help = true
    default: return false
    }
    return true
  }
}
