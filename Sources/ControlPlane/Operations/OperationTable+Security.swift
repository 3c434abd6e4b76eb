import GatewayModel
import HTTPServer
import Workspace

extension OperationTable {
  /// STS: the one call tools make to see whom they are.
  static let security: [OperationSpec] = [
    OperationSpec(
      "GetCallerIdentity", .post, "/",
      body: .form([.text("Action", isRequired: true), .text("Version")]), service: .sts,
      .read { (request, _) throws(CommandError) in
        guard request["Action"] == "GetCallerIdentity" else {
          throw CommandError(
            .badRequest,
            "Could not find operation \(request["Action"]); only GetCallerIdentity is answered here"
          )
        }
        return .xml { QueryDocument.callerIdentity(of: request.principal, requestId: $0) }
      })
  ]
}
