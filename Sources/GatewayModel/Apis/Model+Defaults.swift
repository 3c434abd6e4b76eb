extension Model {
  /// The two models a new API starts with, `Empty` and `Error`.
  ///
  /// - Parameter newId: Makes a fresh id for each.
  /// Source: recorded answer of GetModels on a new API.
  static func defaults(newId: () -> String) -> [Model] {
    [
      Model(
        id: newId(), name: "Empty", description: "This is a default empty schema model",
        schema: """
          {
            "$schema": "http://json-schema.org/draft-04/schema#",
            "title" : "Empty Schema",
            "type" : "object"
          }
          """,
        contentType: "application/json"),
      Model(
        id: newId(), name: "Error", description: "This is a default error schema model",
        schema: """
          {
            "$schema" : "http://json-schema.org/draft-04/schema#",
            "title" : "Error Schema",
            "type" : "object",
            "properties" : {
              "message" : { "type" : "string" }
            }
          }
          """,
        contentType: "application/json"),
    ]
  }
}
