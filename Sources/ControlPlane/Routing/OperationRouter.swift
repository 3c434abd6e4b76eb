import HTTPServer

/// Finds the operation of a request.
struct OperationRouter: Sendable {
  /// An operation with the values of its path's labels.
  struct Match {
    let operation: OperationSpec
    let labels: [(name: String, value: String)]
  }

  /// The operations of one method with the same first segment; those that ask for a query come first.
  private struct Entry: Hashable {
    let verb: HTTPMethod
    let head: String
  }

  private let operations: [Entry: [OperationSpec]]

  /// A router over a table.
  init(_ table: [OperationSpec]) {
    var operations: [Entry: [OperationSpec]] = [:]
    for operation in table {
      operations[Self.entry(operation), default: []].append(operation)
    }
    self.operations = operations.mapValues { list in
      list.filter { $0.fixedQuery != nil } + list.filter { $0.fixedQuery == nil }
    }
  }

  /// The operation for a request, or nil if there is none.
  ///
  /// - Complexity: linear in the operations of one method under one collection, some ten.
  func match(_ verb: HTTPMethod, _ target: RequestTarget) -> Match? {
    let entry = Entry(verb: verb, head: target.segments.first ?? "")
    for operation in operations[entry] ?? [] {
      if let fixed = operation.fixedQuery, !target.query.contains(fixed) { continue }
      if let labels = operation.path.match(target.segments) {
        return Match(operation: operation, labels: labels)
      }
    }
    return nil
  }

  private static func entry(_ operation: OperationSpec) -> Entry {
    guard case .literal(let head)? = operation.path.segments.first else {
      return Entry(verb: operation.verb, head: "")
    }
    return Entry(verb: operation.verb, head: head)
  }
}
