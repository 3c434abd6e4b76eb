import Foundation

/// The repository's Swift sources, as text.
struct SourceTree {
  struct File: Sendable {
    /// From the repository's top, for example `Sources/Journal/Chain.swift`.
    let path: String
    let lines: [Substring]

    /// The folder below `Sources` or `Tests`.
    var target: String { String(path.split(separator: "/")[1]) }

    /// The modules it imports.
    var imports: [String] {
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let word = words.firstIndex(of: "import"), word <= 2, word + 1 < words.count,
          words[..<word].allSatisfy({ ["public", "internal", "@testable"].contains($0) })
        else { return nil }
        return String(words[word + 1].split(separator: ".")[0])
      }
    }
  }

  static let top = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// All Swift files below a folder.
  static func files(in folder: String) -> [File] {
    let root = top.appending(path: folder)
    let names = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    return names.filter { $0.hasSuffix(".swift") }.sorted().compactMap { name in
      guard let text = try? String(contentsOf: root.appending(path: name), encoding: .utf8) else {
        return nil
      }
      return File(
        path: "\(folder)/\(name)",
        lines: text.split(separator: "\n", omittingEmptySubsequences: false))
    }
  }
}
