import GatewayModel
import HTTPServer

extension OperationTable {
  /// The kinds of SDKs, and that none is generated on a local gateway, in the service's own error shape.
  static let sdks: [OperationSpec] = [
    OperationSpec(
      "GetSdk", .get, PathTemplate(stagePath + "/sdks/{sdkType}"),
      query: [InputMember("parameters", .map(.text))],
      .impossible("A local gateway generates no SDKs; use GetExport with a generator of your own")
    ),
    OperationSpec(
      "GetSdkType", .get, "/sdktypes/{id}",
      .json { (request, _) throws(CommandError) in try SdkType.existing(request["id"]).wire }),
    OperationSpec(
      "GetSdkTypes", .get, "/sdktypes", query: InputMember.paging,
      .json { (request, _) throws(CommandError) in
        try PageRequest(request, list: "sdktypes").answer(
          SdkType.all, key: { [$0.id] }, print: \.wire)
      }),
  ]
}
