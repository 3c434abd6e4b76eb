/// A list that its holders share.
final class TemplateList {
  var items: [TemplateValue]
  /// Whether it prints as JSON: lists of a body do, lists made by a template print as Java's.
  ///
  /// Source: recorded answers, formatting of `$input.path`.
  let isJSON: Bool

  init(_ items: [TemplateValue], isJSON: Bool = false) {
    self.items = items
    self.isJSON = isJSON
  }
}
