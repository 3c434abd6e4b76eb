extension ApiDefinition {
  /// What becomes of the document's base path.
  ///
  /// Source: API Gateway developer guide, "Set the OpenAPI basePath property".
  public enum BasePathHandling: String, Sendable, Hashable, Codable, CaseIterable {
    /// It is left out.
    case ignore
    /// It stands before every path.
    case prepend
    /// Its first segment is left out, the rest stands before every path.
    case split
  }

  /// The paths as they are in the API, base path and all.
  func paths(_ handling: BasePathHandling) -> [DefinedPath] {
    var segments = basePath.split(separator: "/")
    switch handling {
    case .ignore: segments = []
    case .prepend: break
    case .split: segments = Array(segments.dropFirst())
    }
    guard !segments.isEmpty else { return paths }
    let base = "/" + segments.joined(separator: "/")
    return paths.map { path in
      DefinedPath(path: path.path == "/" ? base : base + path.path, methods: path.methods)
    }
  }
}
