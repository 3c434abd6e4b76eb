import GatewayModel
import Testing

@Suite struct AccountAndTagTests {
  private func account(_ operations: PatchOperation...) -> Command {
    .updateAccount(.init(patchOperations: operations))
  }

  @Test func changesTheAccount() throws {
    var bench = Workbench()
    let role = "arn:aws:iam::123456789012:role/logs"
    try bench.run(
      account(
        .replace("/cloudwatchRoleArn", role), .replace("/throttleSettings/rateLimit", "50"),
        .replace("/throttleSettings/burstLimit", "5"), .add("/features", "UsagePlans")))
    #expect(bench.state.account.cloudwatchRoleArn == role)
    #expect(bench.state.account.throttleSettings == ThrottleSettings(rateLimit: 50, burstLimit: 5))
    #expect(bench.state.account.features == ["UsagePlans"])
    #expect(try bench.run(account(.add("/features", "UsagePlans"))).events.isEmpty)
    try bench.run(account(.replace("/cloudwatchRoleArn", "")))
    #expect(bench.state.account.cloudwatchRoleArn == nil)
  }

  @Test func refusesWhatTheAccountCannotBe() {
    var bench = Workbench()
    #expect(
      bench.refusal(account(.remove("/features", "UsagePlans")))?.message
        == "Usage Plans cannot be disabled once enabled")
    #expect(bench.refusal(account(.add("/features", "X")))?.field == "features")
    #expect(
      bench.refusal(account(.replace("/cloudwatchRoleArn", "logs")))?.field == "cloudwatchRoleArn")
    #expect(bench.refusal(account(.replace("/apiKeyVersion", "5")))?.code == .badRequest)
  }

  @Test func tagsKeysPlansApisAndStages() throws {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    let refs: [EntityRef] = [
      .apiKey(try bench.addKey("web")), .usagePlan(try bench.addPlan("pro")), .restApi("shop"),
      .stage(.shopProd),
    ]
    for ref in refs {
      let arn = try #require(ResourceArn(ref)).text(region: "eu-central-1")
      #expect(try ResourceArn(arn).ref == ref)
      try bench.run(.tagResource(.init(resourceArn: arn, tags: ["a": "1", "b": "2"])))
      try bench.run(.tagResource(.init(resourceArn: arn, tags: ["b": "3"])))
      #expect(try bench.state.tags(of: ref) == ["a": "1", "b": "3"])
      #expect(
        try bench.run(.tagResource(.init(resourceArn: arn, tags: ["b": "3"]))).events.isEmpty)
      try bench.run(.untagResource(.init(resourceArn: arn, tagKeys: ["a", "none"])))
      #expect(try bench.state.tags(of: ref) == ["b": "3"])
      let many = Dictionary(uniqueKeysWithValues: (0..<50).map { ("k\($0)", "v") })
      let error = bench.refusal(.tagResource(.init(resourceArn: arn, tags: many)))
      #expect(error?.code == .badRequest && error?.field == "tags")
    }
    #expect(ResourceArn(.account) == nil)
  }

  @Test(arguments: [
    ("apikeys/x", CommandErrorCode.badRequest),
    ("arn:aws:s3:::bucket", .badRequest),
    ("arn:aws:apigateway:us-east-1::apikeys/x", .badRequest),
    ("arn:aws:apigateway:us-east-1::/vpclinks/x", .notFound),
    ("arn:aws:apigateway:us-east-1::/sdktypes/x", .notFound),
    ("arn:aws:apigateway:us-east-1::/apikeys/none", .notFound),
    ("arn:aws:apigateway:us-east-1::/usageplans/none", .notFound),
    ("arn:aws:apigateway:us-east-1::/restapis/none", .notFound),
    ("arn:aws:apigateway:us-east-1::/restapis/shop/stages/none", .notFound),
  ])
  func refusesOtherNames(arn: String, code: CommandErrorCode) {
    var bench = Workbench()
    bench.addApi("shop", stages: "prod")
    for command: Command in [
      .tagResource(.init(resourceArn: arn, tags: ["a": "1"])),
      .untagResource(.init(resourceArn: arn, tagKeys: ["a"])),
    ] {
      let error = bench.refusal(command)
      #expect(error?.code == code && error?.field == "resourceArn")
    }
  }
}
