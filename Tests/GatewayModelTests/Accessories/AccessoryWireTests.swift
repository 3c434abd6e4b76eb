import GatewayModel
import Testing

/// The shapes of the accessories: which members are there for which call.
@Suite struct AccessoryWireTests {
  private func text(_ value: some Accessory, _ form: WireForm) -> String { value.wire(form).text }

  @Test func printsAuthorizersWithoutWhatWasNotGiven() {
    #expect(
      text(Authorizer(id: "a", name: "n", type: "TOKEN", authType: "custom"), .created)
        == #"{"authType":"custom","id":"a","name":"n","type":"TOKEN"}"#)
  }

  @Test func printsALinkThatComesUp() {
    let link = VpcLink(id: "l", name: "n", targetArns: ["arn"])
    #expect(
      text(link, .created)
        == #"{"id":"l","name":"n","status":"PENDING","targetArns":["arn"]}"#)
    #expect(
      text(link, .single)
        == #"{"id":"l","name":"n","status":"AVAILABLE","#
        + #""statusMessage":"Your vpc link is ready for use","tags":{},"targetArns":["arn"]}"#)
    #expect(!text(link, .listed).contains("tags"))
  }

  @Test func printsDomainsByTheirEndpoint() {
    var domain = DomainName(domainName: "a.b", target: "t", securityPolicy: "TLS_1_2")
    #expect(text(domain, .created).contains(#""distributionDomainName":"t""#))
    #expect(text(domain, .created).contains(#""distributionHostedZoneId":"Z2FDTNDATAQYW2""#))
    domain.endpointConfiguration.types = ["REGIONAL"]
    #expect(text(domain, .created).contains(#""regionalDomainName":"t""#))
    #expect(!text(domain, .created).contains("distribution"))
    #expect(!text(domain, .created).contains("domainNameId"))
    domain.domainNameId = "i"
    #expect(text(domain, .created).contains(#"/domainnames/a.b+i","domainNameId":"i""#))
  }

  @Test func printsMappingsAndVersionsWithoutTheirOwners() {
    #expect(
      text(BasePathMapping(domainName: "a.b", basePath: "(none)", restApiId: "r"), .single)
        == #"{"basePath":"(none)","restApiId":"r"}"#)
    let part = DocumentationPart(id: "p", location: .init(type: "API"), properties: "{}")
    #expect(
      text(part, .listed) == #"{"id":"p","location":{"type":"API"},"properties":"{}"}"#)
    #expect(
      text(
        DocumentationVersion(
          version: "v", createdDate: Timestamp(seconds: 5), parts: [part]), .single)
        == #"{"createdDate":5,"version":"v"}"#)
  }

  @Test func printsEverySdkType() throws {
    #expect(SdkType.all.map(\.id) == SdkType.all.map(\.id).sorted())
    #expect(
      try SdkType.existing("swift").wire.text
        == #"{"configurationProperties":[{"name":"classPrefix","required":true}],"#
        + #""friendlyName":"iOS (Swift)","id":"swift"}"#)
    #expect(throws: CommandError.self) { try SdkType.existing("cobol") }
  }
}
