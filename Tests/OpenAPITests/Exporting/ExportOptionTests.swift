import GatewayModel
import OpenAPI
import Testing

/// What an export is asked for with.
@Suite struct ExportOptionTests {
  @Test func extensionsAreNamed() throws {
    #expect(try ExportExtensions("") == [])
    #expect(try ExportExtensions("integrations, authorizers") == [.integrations, .authorizers])
    #expect(try ExportExtensions("apigateway") == .apigateway)
  }

  @Test func postmanIsRefusedInTheServicesShape() {
    #expect(throws: CommandError.self) { try ExportExtensions("integrations,postman") }
    do throws(CommandError) {
      _ = try ExportExtensions("postman")
    } catch {
      #expect(error.code == .notImplemented)
      #expect(error.message == "The extensions for Postman cannot be exported here")
    }
  }

  @Test func formatsFollowAccept() throws {
    #expect(try OpenAPIExport.Format(accept: nil) == .json)
    #expect(try OpenAPIExport.Format(accept: "application/json") == .json)
    #expect(try OpenAPIExport.Format(accept: "application/yaml;q=1, */*") == .yaml)
    #expect(throws: CommandError.self) { try OpenAPIExport.Format(accept: "text/html") }
  }

  @Test func aStageThatIsNotThereIsNotFound() throws {
    var bench = ImportBench()
    var definition = ApiDefinition()
    definition.name = "x"
    let id = try bench.add(definition)
    do throws(CommandError) {
      _ = try ExportSource(
        exporting: ApiStageID(apiId: id, stage: "prod"), of: bench.state, region: "us-east-1")
      Issue.record("exported")
    } catch {
      #expect(error.code == .notFound)
      #expect(error.message == "Invalid stage identifier specified")
    }
  }
}
