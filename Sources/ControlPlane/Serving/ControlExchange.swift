import HTTPServer

/// A request whose body is being collected.
final class ControlExchange {
  let exchange: HTTPExchange
  let requestId: String
  /// The operation and the values in its path.
  let match: OperationRouter.Match
  let query: [QueryItem]
  var body: [UInt8] = []

  init(
    _ exchange: HTTPExchange, requestId: String, match: OperationRouter.Match,
    query: [QueryItem]
  ) {
    self.exchange = exchange
    self.requestId = requestId
    self.match = match
    self.query = query
  }
}
