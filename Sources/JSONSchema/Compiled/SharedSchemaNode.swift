/// A compiled schema that is handed around by one reference.
final class SharedSchemaNode: Sendable {
  let node: SchemaNode

  init(_ node: SchemaNode) {
    self.node = node
  }
}
