import Doctor
import GatewayModel
import Testing

/// One thing broken in the shop, and the finding that must come of it.
struct Breakage: Sendable, CustomTestStringConvertible {
  let checkID: String
  let severity: Severity
  let subject: EntityRef
  let mends: [String]
  let make: @Sendable (inout Shop, inout Observations) -> Void

  var testDescription: String { checkID }

  private static let stage = EntityRef.stage(Shop.stage)
  private static let deploy = "keystile deploy api0000001 prod --yes"

  static let all = pitfalls + plans + requests + settings

  private static let pitfalls = [
    Breakage(
      checkID: "key-not-required", severity: .error, subject: stage,
      mends: ["keystile method require-key api0000001 GET /pets on", deploy]
    ) { shop, _ in
      shop.put(.method("api0000001", "pets01", Shop.method("GET", keyRequired: false)))
      shop.deploy("dep002")
    },
    Breakage(
      checkID: "key-in-no-plan", severity: .error, subject: .apiKey("key0000002"),
      mends: ["keystile plan attach plan01 key0000002"]
    ) { shop, _ in shop.put(.apiKey(Shop.key("key0000002", name: "lost"))) },
    Breakage(
      checkID: "shared-key", severity: .error, subject: .apiKey("key0000001"),
      mends: ["keystile key rotate key0000001"]
    ) { shop, _ in
      var plan = shop.state.plans["plan01"]
      plan?.description = "use key \(Shop.key("key0000001", name: "").value), please"
      plan.map { shop.put(.usagePlan($0)) }
    },
    Breakage(
      checkID: "undeployed-changes", severity: .error, subject: stage,
      mends: ["keystile stage diff api0000001 prod", deploy]
    ) { shop, _ in
      shop.put(.method("api0000001", "pets01", Shop.method("POST", keyRequired: true)))
    },
  ]

  private static let plans = [
    Breakage(
      checkID: "plan-without-stages", severity: .error, subject: .usagePlan("plan02"),
      mends: ["keystile plan add-stage plan02 api0000001:prod"]
    ) { shop, _ in
      shop.put(.usagePlan(UsagePlan(id: "plan02", name: "new", createdDate: Shop.now)))
      shop.put(
        .usagePlanKey(
          UsagePlanKey(usagePlanId: "plan02", keyId: "key0000001", createdDate: Shop.now)))
    },
    Breakage(
      checkID: "stage-without-plan", severity: .error, subject: stage,
      mends: ["keystile plan add-stage plan01 api0000001:prod"]
    ) { shop, _ in
      var plan = shop.state.plans["plan01"]
      plan?.apiStages = []
      plan.map { shop.put(.usagePlan($0)) }
    },
    Breakage(
      checkID: "api-without-stage", severity: .warning, subject: .restApi("api0000001"),
      mends: [deploy]
    ) { shop, _ in shop.delete(stage) },
    Breakage(
      checkID: "plan-out-of-use", severity: .info, subject: .usagePlan("plan01"),
      mends: [
        "keystile plan remove-stage plan01 api0000001:prod", "keystile plan delete plan01",
      ]
    ) { shop, _ in
      shop.delete(.usagePlanKey(PlanKeyID(usagePlanId: "plan01", keyId: "key0000001")))
    },
    Breakage(
      checkID: "lost-plan-stage", severity: .error, subject: .usagePlan("plan01"),
      mends: ["keystile plan add-stage plan01 api0000001:prod"]
    ) { shop, observed in
      var plan = shop.state.plans["plan01"]
      plan?.apiStages = []
      plan.map { shop.put(.usagePlan($0)) }
      observed.lostStages = [.init(usagePlanId: "plan01", stage: Shop.stage, sequence: 9)]
    },
    Breakage(
      checkID: "unlimited-plan", severity: .info, subject: .usagePlan("plan01"),
      mends: ["keystile plan set plan01 --rate 50 --burst 100"]
    ) { shop, _ in
      var plan = shop.state.plans["plan01"]
      plan?.throttle = nil
      plan?.quota = nil
      plan.map { shop.put(.usagePlan($0)) }
    },
  ]

  private static let requests = [
    Breakage(
      checkID: "unmatched-requests", severity: .warning, subject: stage,
      mends: ["keystile why GET /pet --stage api0000001:prod"]
    ) { _, observed in
      observed.unmatchedRoutes = [
        .init(stage: Shop.stage, httpMethod: "GET", path: "/pet", count: 3)
      ]
    },
    Breakage(
      checkID: "disabled-never-used", severity: .warning, subject: .apiKey("key0000002"),
      mends: ["keystile key enable key0000002"]
    ) { shop, _ in shop.put(.apiKey(Shop.key("key0000002", name: "late", enabled: false))) },
  ]

  private static let settings = [
    Breakage(
      checkID: "preflight-needs-key", severity: .warning,
      subject: .method("api0000001", "pets01", httpMethod: "OPTIONS"),
      mends: ["keystile method require-key api0000001 OPTIONS /pets off", deploy]
    ) { shop, _ in
      shop.put(.method("api0000001", "pets01", Shop.method("OPTIONS", keyRequired: true)))
      shop.deploy("dep002")
    },
    Breakage(
      checkID: "authorizer-source-without-authorizer", severity: .error,
      subject: .restApi("api0000001"),
      mends: ["keystile api set api0000001 --key-source HEADER", deploy]
    ) { shop, _ in
      var api = shop.state.apis["api0000001"]?.api
      api?.apiKeySource = .authorizer
      api.map { shop.put(.restApi($0)) }
      shop.deploy("dep002")
    },
    Breakage(
      checkID: "unsupported-template", severity: .error,
      subject: .method("api0000001", "pets01", httpMethod: "GET"),
      mends: [
        "keystile method template api0000001 GET /pets template.vtl --response 200 --type text/xml",
        deploy,
      ]
    ) { shop, _ in
      var method = Shop.method("GET", keyRequired: true)
      method.methodIntegration?.integrationResponses["200"] = IntegrationResponse(
        statusCode: "200", responseTemplates: ["text/xml": "<a>#if($b)", "text/plain": nil])
      shop.put(.method("api0000001", "pets01", method))
      shop.deploy("dep002")
    },
    Breakage(
      checkID: "integration-not-served", severity: .warning,
      subject: .method("api0000001", "pets01", httpMethod: "GET"),
      mends: ["keystile method put api0000001 GET /pets --require-key --mock 200", deploy]
    ) { shop, _ in
      var method = Shop.method("GET", keyRequired: true)
      method.methodIntegration = Integration(
        type: .awsProxy, httpMethod: "POST", uri: "arn:aws:apigateway:us-east-1:lambda:path/x")
      shop.put(.method("api0000001", "pets01", method))
      shop.deploy("dep002")
    },
    Breakage(
      checkID: "undeclared-response", severity: .warning,
      subject: .method("api0000001", "pets01", httpMethod: "GET"), mends: []
    ) { shop, _ in
      var method = Shop.method("GET", keyRequired: true)
      method.methodResponses = ["200": MethodResponse(statusCode: "200")]
      method.methodIntegration?.integrationResponses = [
        "200": IntegrationResponse(
          statusCode: "200", responseParameters: ["method.response.header.X-A": "'1'"]),
        "404": IntegrationResponse(statusCode: "404"),
      ]
      shop.put(.method("api0000001", "pets01", method))
    },
    Breakage(
      checkID: "authorizer-cannot-run", severity: .error, subject: stage,
      mends: ["keystile method open api0000001 GET /pets", deploy]
    ) { shop, _ in
      shop.put(
        .accessory(
          AnyAccessory(Authorizer(id: "auth01", name: "t", type: "TOKEN"), of: "api0000001")))
      var method = Shop.method("GET", keyRequired: true)
      method.authorizationType = "CUSTOM"
      method.authorizerId = "auth01"
      shop.put(.method("api0000001", "pets01", method))
      shop.deploy("dep002")
    },
    Breakage(
      checkID: "method-setting-matches-nothing", severity: .warning, subject: stage,
      mends: ["keystile stage set api0000001 prod --remove-setting 'it'\\''s/GET'"]
    ) { shop, _ in
      var stage = shop.state.stage(Shop.stage)
      stage?.methodSettings["it's/GET"] = MethodSetting()
      stage.map { shop.put(.stage("api0000001", $0)) }
    },
  ]
}
