/// The rules of where a resource may stand: the same for a new, a renamed and a moved one.
///
/// Source: recorded answers of CreateResource and UpdateResource.
struct ResourcePlacement {
  private let api: ApiState

  /// The rules, in an API as it is.
  init(in api: ApiState) {
    self.api = api
  }

  /// Refuses a place under a greedy variable, beside a namesake, or beside another variable.
  ///
  /// - Parameters:
  ///   - pathPart: The path part the resource would have.
  ///   - parent: The resource it would stand under.
  ///   - id: The resource itself when it exists, which is no sibling of its own.
  /// - Throws: `badRequest` or `conflict`.
  /// - Complexity: linear in the number of resources.
  func check(
    _ pathPart: String, under parent: Resource, except id: ResourceID? = nil
  ) throws(CommandError) {
    if let greedy = parent.pathPart, ResourceRules.isGreedy(greedy) {
      throw Self.childOfGreedy(greedy)
    }
    let siblings = api.children(of: parent.id).filter { $0.id != id }
    if siblings.contains(where: { $0.pathPart == pathPart }) {
      throw CommandError(
        .conflict, "Another resource with the same parent already has this name: \(pathPart)",
        field: "pathPart", remedy: "\(parent.childPath(pathPart)) exists; use it, or another name.")
    }
    guard ResourceRules.variableName(of: pathPart) != nil else { return }
    let other = siblings.lazy.compactMap(\.pathPart)
      .first { ResourceRules.variableName(of: $0) != nil }
    if let other {
      throw CommandError(
        .badRequest,
        "A sibling (\(other)) of this resource already has a variable path part "
          + "-- only one is allowed",
        field: "pathPart", remedy: "Rename \(parent.childPath(other)), or use literal text.")
    }
  }

  /// Refuses one resource more than an API can have.
  ///
  /// - Throws: `limitExceeded`.
  func checkRoom() throws(CommandError) {
    guard api.resources.count < ResourceRules.maximumCount else {
      throw CommandError(
        .limitExceeded,
        "Maximum number of resources for this API has been reached. "
          + "Please contact AWS if you need additional resources.",
        remedy: "An API has at most \(ResourceRules.maximumCount) resources; delete one, "
          + "or join several under a variable such as {proxy+}.")
    }
  }

  static func childOfGreedy(_ pathPart: String) -> CommandError {
    CommandError(
      .badRequest,
      "Cannot create a child of a resource with a greedy path variable: \(pathPart)",
      field: "parentId", remedy: "\(pathPart) already takes all that follows it.")
  }
}
