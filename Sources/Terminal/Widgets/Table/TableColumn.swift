/// A column of a table: its name, how wide it may be and how soon it gives way.
public struct TableColumn: Identifiable, Hashable, Sendable {
  /// Names the column for the row source, for sorting and for the user's choice of columns.
  public let id: String
  /// The heading.
  public let title: DisplayText
  /// Columns of the terminal below which the column is not shown at all.
  public let minimum: Int
  /// Columns of the terminal that show all usual content.
  public let ideal: Int
  /// How important it is: columns with larger numbers give way first.
  public let priority: Int
  /// True when it takes what the others leave over.
  public let isFlexible: Bool
  /// The side its content keeps to.
  public let alignment: Alignment

  /// Makes a column.
  public init(
    id: String, title: DisplayText, minimum: Int, ideal: Int, priority: Int = 1,
    isFlexible: Bool = false, alignment: Alignment = .leading
  ) {
    self.id = id
    self.title = title
    self.minimum = max(1, minimum)
    self.ideal = max(self.minimum, ideal)
    self.priority = priority
    self.isFlexible = isFlexible
    self.alignment = alignment
  }
}
