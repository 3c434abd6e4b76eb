/// What `#define` holds.
final class TemplateBlock {
  /// How often a block may stand in itself.
  static let depthLimit = 2

  let nodes: [TemplateNode]
  let name: String
  var depth = 0

  init(name: String, nodes: [TemplateNode]) {
    self.name = name
    self.nodes = nodes
  }
}
