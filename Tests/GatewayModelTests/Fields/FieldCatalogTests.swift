import GatewayModel
import Testing

@Suite struct FieldCatalogTests {
  private static let forms: [[FieldSpec]] = [
    FieldCatalog.apiKey, FieldCatalog.usagePlan, FieldCatalog.restApi, FieldCatalog.resource,
    FieldCatalog.method, FieldCatalog.integration, FieldCatalog.deployment, FieldCatalog.stage,
    [FieldCatalog.apiStage], [FieldCatalog.remaining],
  ]

  @Test func namesEachFieldOnceAndExplainsIt() {
    for form in Self.forms {
      #expect(Set(form.map(\.name)).count == form.count)
      for field in form {
        #expect(field.help.hasSuffix(".") && !field.label.isEmpty)
        let empty = field.validate("")
        #expect((empty != nil) == field.isRequired)
        #expect(empty == nil || empty?.field == field.name)
        switch field.kind {
        case .integer, .decimal:
          let error = field.validate("no number")
          #expect(error != nil && error?.remedy != nil, "\(field.name)")
        case .choice, .toggle: #expect(field.validate("no such choice")?.field == field.name)
        case .pairs: #expect(field.validate("no pair")?.field == field.name)
        case .text, .secret: break
        }
      }
    }
  }

  private static let judged: [(form: [FieldSpec], name: String, good: [String], bad: [String])] = [
    (FieldCatalog.apiKey, "name", ["web"], [String(repeating: "n", count: 1_025)]),
    (FieldCatalog.apiKey, "value", [String(repeating: "v", count: 20)], ["short"]),
    (FieldCatalog.apiKey, "enabled", ["true", "false"], ["yes"]),
    (FieldCatalog.apiKey, "tags", ["a=1, b=2", "a=b=c"], ["a", "=x", "a=1,a=2", "aws:x=1"]),
    (FieldCatalog.usagePlan, "throttle.rateLimit", ["0", "0.5", "1e3"], ["-1", "x", "nan"]),
    (FieldCatalog.usagePlan, "throttle.burstLimit", ["0", "10"], ["-1", "1.5"]),
    (FieldCatalog.usagePlan, "quota.limit", ["0", "100000"], ["-1", "99999999999"]),
    (FieldCatalog.usagePlan, "quota.period", ["DAY", "WEEK", "MONTH"], ["day", "YEAR"]),
    (FieldCatalog.usagePlan, "quota.offset", ["0", "27"], ["28", "-1"]),
    (FieldCatalog.restApi, "minimumCompressionSize", ["0", "10485760"], ["-1", "10485761"]),
    (FieldCatalog.resource, "pathPart", ["pets", "{id}", "{p+}"], ["a/b", "{}"]),
    (FieldCatalog.method, "httpMethod", ["GET", "ANY"], ["get", "FETCH"]),
    (FieldCatalog.integration, "statusCode", ["200", "599"], ["99", "600", "ok"]),
    (FieldCatalog.integration, "uri", ["http://127.0.0.1:8080"], ["127.0.0.1"]),
    (FieldCatalog.integration, "timeoutInMillis", ["50", "29000"], ["49", "29001"]),
    (FieldCatalog.stage, "stageName", ["prod", "v1_2-x"], ["a b"]),
    (FieldCatalog.stage, "variables", ["host=a.b:80,x=1"], ["a-b=1", "a"]),
    (FieldCatalog.stage, "throttling/rateLimit", ["-1", "10.5"], ["fast"]),
    ([FieldCatalog.apiStage], "apiStages", ["shop:prod"], ["shop", ":prod"]),
    ([FieldCatalog.remaining], "remaining", ["0", "500"], ["-1", "x"]),
  ]

  @Test func judgesByTheCommandsRules() throws {
    for row in Self.judged {
      let field = try #require(FieldCatalog.field(row.name, of: row.form))
      for text in row.good { #expect(field.validate(text) == nil, "\(row.name): \(text)") }
      for text in row.bad {
        #expect(field.validate(text)?.field == row.name, "\(row.name): \(text)")
      }
    }
  }

  @Test func readsPairs() throws {
    #expect(try NamedPairs("b = 2,a=1=x", field: "tags").values == ["a": "1=x", "b": "2"])
    #expect(try NamedPairs("", field: "tags").values.isEmpty)
    #expect(NamedPairs(["b": "2", "a": "1"]).text == "a=1,b=2")
  }
}
