/// What stands in parentheses, brackets and argument lists.
indirect enum TemplateExpression: Sendable {
  case string(String)
  /// A text in double quotes with references or directives in it.
  case interpolated([TemplateNode])
  case integer(Int64)
  case double(Double)
  case bool(Bool)
  case list([TemplateExpression])
  case map([(key: TemplateExpression, value: TemplateExpression)])
  case range(TemplateExpression, TemplateExpression)
  case reference(TemplateReference)
  case not(TemplateExpression)
  /// Operators of one level, from left to right; a list, so that a long sum is not a deep one.
  case chain(TemplateExpression, [(sign: Operator, operand: TemplateExpression)])

  enum Operator: Sendable {
    case or, and, equal, notEqual, less, lessOrEqual, greater, greaterOrEqual
    case add, subtract, multiply, divide, remainder
  }
}
