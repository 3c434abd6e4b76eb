import Doctor
import GatewayModel
import Testing

@Suite struct DoctorTests {
  @Test func findsNothingInAWorkspaceThatIsInOrder() {
    #expect(findings(Shop()) == [])
  }

  @Test func everyCheckHasItsOwnIdAndATitle() {
    let ids = DoctorReport.checks.map(\.id)
    #expect(Set(ids).count == ids.count)
    #expect(DoctorReport.checks.allSatisfy { !$0.title.isEmpty })
  }

  @Test func everyCheckIsProvokedByOneOfTheBreakages() {
    let provoked = Set(Breakage.all.map(\.checkID))
    #expect(provoked == Set(DoctorReport.checks.map(\.id)))
  }

  @Test(arguments: Breakage.all)
  func findsEachBreakage(breakage: Breakage) throws {
    var shop = Shop()
    var observed = Observations(now: Shop.now)
    breakage.make(&shop, &observed)
    let found = findings(shop, observed: observed).filter { $0.checkID == breakage.checkID }
    let finding = try #require(found.first)
    #expect(found.count == 1)
    #expect(finding.severity == breakage.severity)
    #expect(finding.subject == breakage.subject)
    #expect(finding.mends == breakage.mends)
    #expect(finding.problem.hasSuffix("."))
    #expect(finding.reason.hasSuffix("."))
  }

  @Test func putsTheWorstFirst() {
    var shop = Shop()
    shop.put(.apiKey(Shop.key("key0000002", name: "late", enabled: false)))
    shop.put(.apiKey(Shop.key("key0000003", name: "lost")))
    let report = DoctorReport(of: shop.state, observed: Observations(now: Shop.now))
    #expect(report.findings.map(\.severity) == [.error, .warning])
    #expect(report.worst == .error)
    #expect(report.count(of: .warning) == 1)
  }

  @Test func quotesWhatAShellWouldTakeApart() {
    var shop = Shop()
    let breakage = Breakage.all.first { $0.checkID == "method-setting-matches-nothing" }
    var observed = Observations(now: Shop.now)
    breakage?.make(&shop, &observed)
    #expect(findings(shop).first?.mends.first?.hasSuffix("--remove-setting 'it'\\''s/GET'") == true)
  }

  @Test func namesTheTemplateThatOnlyAStageServes() {
    var shop = Shop()
    var method = Shop.method("GET", keyRequired: true)
    method.methodIntegration?.requestTemplates = ["application/json": "#macro(m)x#end#m()"]
    shop.put(.method("api0000001", "pets01", method))
    shop.deploy("dep002")
    shop.put(.method("api0000001", "pets01", Shop.method("GET", keyRequired: true)))
    let found = findings(shop).filter { $0.checkID == "unsupported-template" }
    #expect(found.map(\.severity) == [.warning])
    #expect(found.first?.mends == ["keystile deploy api0000001 prod --yes"])
    #expect(
      found.first?.problem
        == "The request template for application/json of GET /pets, line 1, column 1: "
        + "API Gateway has no macros: calls of this one are sent as text.")
  }

  private func findings(_ shop: Shop, observed: Observations? = nil) -> [Finding] {
    DoctorReport(of: shop.state, observed: observed ?? Observations(now: Shop.now)).findings
  }
}
