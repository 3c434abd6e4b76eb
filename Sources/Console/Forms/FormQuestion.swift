/// What is asked before a form is saved whose change callers feel.
struct FormQuestion: Sendable {
  let title: String
  /// What will happen, with numbers.
  let body: [String]
  /// The word on the button.
  let verb: String
  /// What must be typed first.
  let phrase: String?
}
