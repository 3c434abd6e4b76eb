import Foundation

/// Lists of strings as C programs take them.
enum CStringList {
  /// Calls `body` with a null-terminated list of copies of `strings`.
  static func with<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
  ) -> Result {
    var copies: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    copies.append(nil)
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { buffer in
      // The list holds at least its end, so it has an address.
      body(buffer.baseAddress!)
    }
  }
}
