import GatewayModel
import HTTPServer

extension OperationTable {
  /// What cannot exist on a local gateway: each says so in the service's own error shape.
  static let impossible: [OperationSpec] = [
    OperationSpec(
      "GetSdk", .get, PathTemplate(stagePath + "/sdks/{sdkType}"),
      query: [InputMember("parameters", .map(.text))],
      .impossible("A local gateway generates no SDKs; use GetExport with a generator of your own")
    ),
    OperationSpec(
      "GetSdkType", .get, "/sdktypes/{id}", .impossible("A local gateway generates no SDKs")),
    OperationSpec(
      "GetSdkTypes", .get, "/sdktypes", query: InputMember.paging,
      .impossible("A local gateway generates no SDKs")),
    OperationSpec(
      "CreateDomainNameAccessAssociation", .post, "/domainnameaccessassociations",
      body: .members([
        .text("domainNameArn", isRequired: true),
        .text("accessAssociationSourceType", isRequired: true),
        .text("accessAssociationSource", isRequired: true), .textMap("tags"),
      ]), status: 201, .impossible(withoutAssociations)),
    OperationSpec(
      "GetDomainNameAccessAssociations", .get, "/domainnameaccessassociations",
      query: InputMember.paging + [.text("resourceOwner")], .impossible(withoutAssociations)),
    OperationSpec(
      "DeleteDomainNameAccessAssociation", .delete,
      "/domainnameaccessassociations/{domainNameAccessAssociationArn+}", status: 202,
      .impossible(withoutAssociations)),
    OperationSpec(
      "RejectDomainNameAccessAssociation", .post, "/rejectdomainnameaccessassociations",
      query: [
        .text("domainNameAccessAssociationArn", isRequired: true),
        .text("domainNameArn", isRequired: true),
      ], status: 202, .impossible(withoutAssociations)),
  ]

  private static let withoutAssociations =
    "A local gateway is in no VPC, so domain names have no access associations"
}
