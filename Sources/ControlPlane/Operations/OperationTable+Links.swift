import GatewayModel
import HTTPServer

extension OperationTable {
  /// Client certificates and VPC links.
  static let links: [OperationSpec] =
    [
      OperationSpec(
        "GenerateClientCertificate", .post, "/clientcertificates",
        body: .members([.text("description"), .textMap("tags")]), status: 201,
        .making(Command.generateClientCertificate)),
      OperationSpec(
        "CreateVpcLink", .post, "/vpclinks",
        body: .members([
          .text("name", isRequired: true), .text("description"),
          .texts("targetArns", isRequired: true), .textMap("tags"),
        ]), status: 202, .making(Command.createVpcLink)),
    ]
    + AccessoryOperations<ClientCertificate>(
      collection: "/clientcertificates", item: "{clientCertificateId}",
      key: { $0["clientCertificateId"] }
    ).specs
    + AccessoryOperations<VpcLink>(
      collection: "/vpclinks", item: "{vpcLinkId}", key: { $0["vpcLinkId"] }
    ).specs
}
