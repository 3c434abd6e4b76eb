/// A place of a template that does not do what its author means.
public struct TemplateIssue: Error, Sendable, Hashable {
  /// What comes of it.
  public enum Effect: Sendable, Hashable {
    /// Every request that needs the template is answered 500.
    case fails
    /// The text of the directive is sent as it stands.
    case printsAsText
  }

  /// The line, from 1.
  public var line: Int
  /// The column in characters, from 1.
  public var column: Int
  /// What is wrong there, in one sentence without a full stop.
  public var text: String
  /// What comes of it.
  public var effect: Effect

  /// An issue.
  public init(line: Int, column: Int, text: String, effect: Effect = .fails) {
    self.line = line
    self.column = column
    self.text = text
    self.effect = effect
  }
}

extension TemplateIssue: CustomStringConvertible {
  /// `line 2, column 5: …`.
  public var description: String { "line \(line), column \(column): \(text)" }
}
