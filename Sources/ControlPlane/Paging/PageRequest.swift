public import GatewayModel

/// Which page of a list a request asks for.
public struct PageRequest {
  /// The list's name, which its tokens are bound to.
  let list: String
  /// The most rows.
  let limit: Int
  /// The sort key of the row before the page; nil for the first page.
  let after: [String]?

  /// The page a request asks for by `position` and `limit`.
  ///
  /// A limit out of range is no error: below 1 the default counts, above 500 it is 500.
  /// - Parameters:
  ///   - request: The request.
  ///   - list: The list's name, with the ids of what it belongs to.
  ///   - defaultRows: Rows of a page unless the request says otherwise.
  /// - Throws: `badRequest` for a position that is none of this list.
  /// Source: recorded answers to `limit=-1`.
  public init(
    _ request: OperationRequest, list: String,
    defaultRows: Int = ControlPlaneLimits.defaultPageRows
  ) throws(CommandError) {
    self.list = list
    let limit = request.integer("limit") ?? 0
    self.limit =
      limit < 1
      ? defaultRows : min(limit, ControlPlaneLimits.maximumPageRows)
    after =
      if let position = request.text("position"), !position.isEmpty {
        try PageToken(position, list: list).key
      } else {
        nil
      }
  }

  /// A page of a short list.
  ///
  /// - Parameters:
  ///   - rows: All rows in the list's order, which is that of their sort keys.
  ///   - key: A row's sort key: parts that compare as texts.
  ///   - print: Prints a row.
  /// - Complexity: linear in the rows.
  public func answer<Row>(
    _ rows: [Row], key: (Row) -> [String], print: (Row) -> JSONValue
  ) -> JSONValue {
    let rest =
      if let after { rows[...].drop { !Self.isAfter(key($0), after) } } else { rows[...] }
    let page = rest.prefix(limit)
    let position: String? =
      if page.count < rest.count, let last = page.last {
        PageToken(key: key(last)).text(list: list)
      } else {
        nil
      }
    return WireList.page(page.map(print), position: position)
  }

  /// A page of a long list, the newest row first.
  ///
  /// - Parameters:
  ///   - order: The rows' places.
  ///   - print: Prints a row; nil leaves it out, as filters do.
  /// - Complexity: logarithmic in the rows, linear in those looked at.
  func answer(
    _ order: CreationOrder, print: (String) -> JSONValue?
  ) throws(CommandError) -> JSONValue {
    var index = order.places.count
    if let after {
      guard after.count == 2, let microseconds = Int64(after[0]) else { throw PageToken.invalid }
      index = order.index(of: CreationOrder.Place(microseconds: microseconds, id: after[1]))
    }
    var items: [JSONValue] = []
    var seen = 0
    while index > 0, items.count < limit, seen < ControlPlaneLimits.filteredRows {
      index -= 1
      seen += 1
      if let item = print(order.places[index].id) { items.append(item) }
    }
    guard index > 0 else { return WireList.page(items) }
    let last = order.places[index]
    return WireList.page(
      items,
      position: PageToken(key: [String(last.microseconds), last.id]).text(list: list))
  }

  /// A page of a usage report, by key id.
  public func answer(_ report: UsageReport) -> JSONValue {
    let ids = report.days.keys.sorted()
    let rest = after?.first.map { mark in ids[...].drop { $0 <= mark } } ?? ids[...]
    let page = rest.prefix(limit)
    var shown = report
    let shownIds = Set(page)
    shown.days = report.days.filter { shownIds.contains($0.key) }
    if page.count < rest.count, let last = page.last {
      shown.position = PageToken(key: [last]).text(list: list)
    }
    return shown.wire
  }

  private static func isAfter(_ key: [String], _ mark: [String]) -> Bool {
    for (left, right) in zip(key, mark) where left != right { return left > right }
    return key.count > mark.count
  }
}
