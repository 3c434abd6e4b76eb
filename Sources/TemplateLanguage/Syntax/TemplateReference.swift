/// A variable and what is asked of it: `$name.property.method(argument)[index]`.
///
/// Whether it is quiet (`$!name`) makes no difference: API Gateway prints nothing for what is not
/// there either way.
struct TemplateReference: Sendable {
  enum Step: Sendable {
    case property(String)
    case index(TemplateExpression)
    case call(String, [TemplateExpression])
  }

  let name: String
  let steps: [Step]
}
