import GatewayModel

/// What the user typed to narrow a pane: words that must all occur, `column:word` for one column,
/// `!word` for what must not.
struct RowFilter: Hashable, Sendable {
  /// One word of it.
  struct Term: Hashable, Sendable {
    /// The column it is looked for in, nil for the names.
    var column: String?
    var needle: Needle
    var isNegated: Bool
  }

  /// As it was typed.
  let text: String
  let terms: [Term]

  init(_ text: String, columns: [String]) {
    self.text = text
    terms = text.split(separator: " ").compactMap { Self.term(String($0), columns: columns) }
  }

  private static func term(_ word: String, columns: [String]) -> Term? {
    var rest = word[...]
    let isNegated = rest.first == "!"
    if isNegated { rest = rest.dropFirst() }
    var column: String?
    if let colon = rest.firstIndex(of: ":") {
      let name = rest[..<colon].lowercased()
      if let found = columns.first(where: { $0.lowercased().hasPrefix(name) }), !name.isEmpty {
        column = found
        rest = rest[rest.index(after: colon)...]
      }
    }
    return rest.isEmpty
      ? nil : Term(column: column, needle: Needle(String(rest)), isNegated: isNegated)
  }

  var isEmpty: Bool { terms.isEmpty }

  /// True when every row that this filter lets through is let through by `other` too, so that it is
  /// enough to look at those.
  func narrows(_ other: RowFilter) -> Bool {
    other.isEmpty
      || (terms.count >= other.terms.count
        && zip(terms, other.terms).allSatisfy { new, old in
          new.column == old.column && !new.isNegated && !old.isNegated
            && new.needle.text.hasPrefix(old.needle.text)
        })
  }

  /// True when a row is to be shown.
  func admits(_ ref: EntityRef, _ pane: PaneDefinition, _ context: RowContext) -> Bool {
    terms.allSatisfy { term in
      let isFound: Bool
      if let id = term.column, let column = pane.column(id) {
        isFound = term.needle.occurs(in: column.text(ref, context))
      } else {
        isFound = pane.mentions(term.needle, ref, context.state)
      }
      return isFound != term.isNegated
    }
  }
}
