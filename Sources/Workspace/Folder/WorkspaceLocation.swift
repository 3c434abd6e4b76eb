/// Which folder is the workspace.
public enum WorkspaceLocation {
  /// The variable that names another folder than the default.
  public static let variable = "KEYSTILE_WORKSPACE"

  /// The folder to open: `--workspace`, else `KEYSTILE_WORKSPACE`, else the XDG data directory.
  ///
  /// - Parameters:
  ///   - option: The value of `--workspace`, if given.
  ///   - environment: The process's environment.
  /// - Returns: A path, or nil when nothing names one, not even `HOME`.
  /// Source: XDG Base Directory Specification 0.8, `$XDG_DATA_HOME` (relative values are ignored).
  public static func resolve(option: String?, environment: [String: String]) -> String? {
    func value(_ name: String) -> String? {
      environment[name].flatMap { $0.isEmpty ? nil : $0 }
    }
    if let option, !option.isEmpty { return option }
    if let named = value(variable) { return named }
    if let data = value("XDG_DATA_HOME"), data.hasPrefix("/") { return "\(data)/keystile" }
    return value("HOME").map { "\($0)/.local/share/keystile" }
  }
}
