/// A piece of a template.
indirect enum TemplateNode: Sendable {
  /// Sent as it stands.
  case text(String)
  case reference(TemplateReference)
  case set(TemplateReference, TemplateExpression)
  /// The first branch whose condition holds; a branch without one is `#else`.
  case branches([Branch])
  case loop(variable: String, source: TemplateExpression, body: [TemplateNode])
  /// `#define`: a block that is rendered wherever the variable is.
  case define(String, [TemplateNode])
  /// `#break`
  case leaveLoop
  /// `#stop`
  case stop

  struct Branch: Sendable {
    let condition: TemplateExpression?
    let body: [TemplateNode]
  }
}
