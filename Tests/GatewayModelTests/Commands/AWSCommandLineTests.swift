import GatewayModel
import Testing

@Suite struct AWSCommandLineTests {
  private static let lines: [(command: Command, line: String)] = [
    (
      .createApiKey(
        .init(
          name: "web's key", enabled: true, value: "secretsecretsecretsecret",
          stageKeys: [StageKey(restApiId: "a", stageName: "s")], tags: ["b": "2", "a": "1"])),
      #"create-api-key --name 'web'\''s key' --enabled --value file:///dev/stdin "#
        + "--stage-keys restApiId=a,stageName=s --tags a=1,b=2"
    ),
    (
      .createApiKey(.init(name: "-x", enabled: false, tags: ["a": "x, y"])),
      #"create-api-key --name=-x --no-enabled --tags '{"a":"x, y"}'"#
    ),
    (
      .updateApiKey(
        .init(
          apiKey: "k1", patchOperations: [.replace("/name", "x"), .replace("/enabled", "true")])),
      "update-api-key --api-key k1 --patch-operations op=replace,path=/name,value=x "
        + "op=replace,path=/enabled,value=true"
    ),
    (
      .updateApiKey(.init(apiKey: "k1", patchOperations: [.replace("/description", "a, b")])),
      #"update-api-key --api-key k1 --patch-operations "#
        + #"'[{"op":"replace","path":"/description","value":"a, b"}]'"#
    ),
    (
      .updateApiKey(.init(apiKey: "k1", patchOperations: [])),
      "update-api-key --api-key k1 --patch-operations '[]'"
    ),
    (.deleteApiKey(.init(apiKey: "k1")), "delete-api-key --api-key k1"),
    (
      .importApiKeys(.init(body: "Name,Key\nweb,secretsecretsecretsecret", failOnWarnings: true)),
      "import-api-keys --body fileb:///dev/stdin --format csv --fail-on-warnings"
    ),
    (
      .createUsagePlan(
        .init(
          name: "pro", apiStages: [ApiStage(apiId: "a", stage: "s")],
          throttle: ThrottleSettings(rateLimit: 5, burstLimit: 10),
          quota: QuotaInput(limit: 100, period: "MONTH"))),
      #"create-usage-plan --name pro --api-stages '[{"apiId":"a","stage":"s"}]' "#
        + #"--throttle '{"burstLimit":10,"rateLimit":5.0}' "#
        + #"--quota '{"limit":100,"period":"MONTH"}'"#
    ),
    (
      .updateUsagePlan(
        .init(
          usagePlanId: "p1",
          patchOperations: [.add("/apiStages", "a:s"), .remove("/quota")])),
      "update-usage-plan --usage-plan-id p1 --patch-operations "
        + "op=add,path=/apiStages,value=a:s op=remove,path=/quota"
    ),
    (.deleteUsagePlan(.init(usagePlanId: "p1")), "delete-usage-plan --usage-plan-id p1"),
    (
      .createUsagePlanKey(.init(usagePlanId: "p1", keyId: "k1")),
      "create-usage-plan-key --usage-plan-id p1 --key-id k1 --key-type API_KEY"
    ),
    (
      .deleteUsagePlanKey(.init(usagePlanId: "p1", keyId: "k1")),
      "delete-usage-plan-key --usage-plan-id p1 --key-id k1"
    ),
    (
      .updateUsage(
        .init(usagePlanId: "p1", keyId: "k1", patchOperations: [.replace("/remaining", "9")])),
      "update-usage --usage-plan-id p1 --key-id k1 "
        + "--patch-operations op=replace,path=/remaining,value=9"
    ),
    (
      .updateAccount(.init(patchOperations: [.add("/features", "UsagePlans")])),
      "update-account --patch-operations op=add,path=/features,value=UsagePlans"
    ),
    (
      .tagResource(.init(resourceArn: "arn:aws:apigateway:r::/apikeys/k", tags: ["a": "1"])),
      "tag-resource --resource-arn arn:aws:apigateway:r::/apikeys/k --tags a=1"
    ),
    (
      .untagResource(
        .init(resourceArn: "arn:aws:apigateway:r::/apikeys/k", tagKeys: ["a", "b c"])),
      "untag-resource --resource-arn arn:aws:apigateway:r::/apikeys/k --tag-keys a 'b c'"
    ),
  ]

  @Test(arguments: lines)
  func writesTheLine(command: Command, line: String) {
    #expect(command.awsCommandLine == "aws apigateway " + line)
    #expect(command.awsCommandLine?.contains("secretsecret") == false)
  }

  @Test func writesABatchAsLinesAndUndoNotAtAll() {
    let delete = Command.deleteApiKey(.init(apiKey: "k1"))
    let restore = Command.restore(.init(undoneSequence: 1, events: []))
    #expect(
      Command.batch(.init(commands: [delete, delete])).awsCommandLine
        == "aws apigateway delete-api-key --api-key k1\naws apigateway delete-api-key --api-key k1")
    #expect(restore.awsCommandLine == nil)
    #expect(Command.rotateApiKey(.init(apiKey: "k1")).awsCommandLine == nil)
    #expect(Command.batch(.init(commands: [delete, restore])).awsCommandLine == nil)
  }
}
