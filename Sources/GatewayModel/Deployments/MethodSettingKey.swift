/// The names under which a stage keeps the settings of one method.
///
/// The same method has several: tools write the path with or without its first slash, and with its other
/// slashes as `~1` or as they are. All of them act, and each is shown as it was set.
/// Source: recorded answers of UpdateStage (`test/GET`); API Gateway REST API reference (`~1test/GET`).
public enum MethodSettingKey {
  /// What acts on every method without an entry of its own.
  public static let everyMethod = "*/*"

  /// The method a key names, as `/pets/{id}/GET`; of the root `//GET`.
  public static func method(of key: String) -> String {
    var name = key.split(separator: "~1", omittingEmptySubsequences: false).joined(separator: "/")
    if !name.hasPrefix("/") { name = "/\(name)" }
    return name.utf8.count(where: { $0 == UInt8(ascii: "/") }) == 1 ? "/\(name)" : name
  }
}
