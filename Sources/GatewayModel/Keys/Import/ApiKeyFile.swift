/// The rows of a key file, and what is wrong with those that cannot be used.
///
/// Reading a file needs no state, so a form can show what an import would do before it is asked for.
/// Source: API Gateway developer guide, "API Gateway API key file format".
public struct ApiKeyFile: Sendable, Hashable {
  /// Bytes of a file.
  public static let bodyLimitBytes = 6 * 1024 * 1024
  /// Rows of a file, usable or not; lines with nothing in them do not count.
  ///
  /// An account has room for no more keys, and what reads files answers others meanwhile.
  /// Source: API Gateway quotas, API keys per account and Region.
  public static let rowLimit = 10_000
  /// Characters under which API Gateway's guide finds a value too short although it is taken.
  public static let advisedValueCharacters = 30
  /// Plans one row may name.
  public static let plansPerRowLimit = 100

  /// The rows that can be used, in the order of the file.
  public private(set) var rows: [ApiKeyRow] = []
  /// What is wrong or doubtful, each with its line.
  public private(set) var warnings: [String] = []
  private var unusableCount = 0

  /// Reads a file.
  ///
  /// - Parameter body: Comma-separated values with a header line; at most `bodyLimitBytes`.
  /// - Throws: `badRequest` when the file as a whole cannot be read: too long, too many rows, without the
  ///   columns Name and Key, or with a quote that is not closed.
  /// - Complexity: linear in the length of the file.
  public init(_ body: String) throws(CommandError) {
    guard body.utf8.count <= Self.bodyLimitBytes else {
      throw CommandError(
        .badRequest, "The key file is longer than \(Self.bodyLimitBytes) bytes", field: "body",
        remedy: "Split the file and import the parts one after another.")
    }
    let hasColumns: Bool
    do throws(CSVReader.Malformed) {
      hasColumns = try read(body)
    } catch {
      throw CommandError(
        .badRequest, "Line \(error.line) of the key file has \(error.reason)", field: "body",
        remedy: "Close each quote, double the quotes inside a quoted cell, and give each row the "
          + "cells of the header.")
    }
    guard rows.count + unusableCount <= Self.rowLimit else {
      throw CommandError(
        .badRequest, "The key file has more than \(Self.rowLimit) rows", field: "body",
        remedy: "Split the file and import the parts one after another.")
    }
    guard hasColumns else {
      throw CommandError(
        .badRequest, "The first line of the key file must name the columns Name and Key, once each",
        field: "body", remedy: "Start the file with: Name,Key,Description,Enabled,UsagePlanIds")
    }
  }

  private mutating func read(_ body: String) throws(CSVReader.Malformed) -> Bool {
    var reader = CSVReader(body)
    guard let header = try reader.next(), let columns = Columns(header.cells) else { return false }
    reader.skipBlankLines()
    while rows.count + unusableCount <= Self.rowLimit,
      let record = try reader.next(apostropheColumn: columns.planIds)
    {
      add(record, columns)
      reader.skipBlankLines()
    }
    return true
  }

  private mutating func add(_ record: CSVReader.Record, _ columns: Columns) {
    let value = columns.text(columns.key, of: record) ?? ""
    do throws(CommandError) {
      let row = try ApiKeyRow(
        line: record.line, name: columns.text(columns.name, of: record) ?? "", value: value,
        description: columns.text(columns.description, of: record),
        enabled: columns.text(columns.enabled, of: record),
        usagePlanIds: columns.text(columns.planIds, of: record) ?? "")
      if record.cells.count > columns.count {
        throw CommandError(.badRequest, "it has more cells than the header has columns")
      }
      rows.append(row)
    } catch {
      unusableCount += 1
      warnings.append("Line \(record.line) was left out: \(error.message)")
      return
    }
    if value.utf16.count < Self.advisedValueCharacters {
      warnings.append(
        "Line \(record.line): the key has fewer than \(Self.advisedValueCharacters) characters")
    }
  }

  /// Where each column stands.
  private struct Columns {
    let name: Int
    let key: Int
    let description: Int?
    let enabled: Int?
    let planIds: Int?
    let count: Int

    /// The columns of a header line, or nil if Name or Key is missing or any is there twice.
    init?(_ cells: [String]) {
      let titles = cells.map { $0.trimmingBlanks.lowercased() }
      var places: [String: Int] = [:]
      for (index, title) in titles.enumerated() where Self.known.contains(title) {
        guard places.updateValue(index, forKey: title) == nil else { return nil }
      }
      guard let name = places["name"], let key = places["key"] else { return nil }
      self.name = name
      self.key = key
      description = places["description"]
      enabled = places["enabled"]
      planIds = places["usageplanids"]
      count = cells.count
    }

    /// A cell without the blanks around it; nil if the file has no such column or the row ends before.
    func text(_ column: Int?, of record: CSVReader.Record) -> String? {
      guard let column, column < record.cells.count else { return nil }
      return record.cells[column].trimmingBlanks
    }

    private static let known: Set = ["name", "key", "description", "enabled", "usageplanids"]
  }
}
