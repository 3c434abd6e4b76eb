import Testing

/// Who may know whom: the README's table, held against the imports.
@Suite struct ArchitectureTests {
  /// The product's own modules that each target may import.
  private static let arrows: [String: Set<String>] = [
    "GatewayModel": [],
    "TemplateLanguage": ["GatewayModel"],
    "JSONSchema": ["GatewayModel"],
    "OpenAPI": ["GatewayModel", "CYaml"],
    "Enforcement": ["GatewayModel", "TemplateLanguage"],
    "Doctor": ["GatewayModel", "TemplateLanguage"],
    "Journal": ["CSystem", "CCrypto"],
    "Workspace": ["GatewayModel", "Enforcement", "Journal", "CSystem", "CCrypto"],
    "EventLoop": ["CSystem"],
    "HTTPServer": ["EventLoop", "CHTTPParser", "CSystem"],
    "HTTPClient": ["EventLoop", "CCurl", "CSystem"],
    "RequestSigning": ["CCrypto"],
    "ControlPlane": [
      "GatewayModel", "Enforcement", "Workspace", "EventLoop", "HTTPServer", "OpenAPI",
      "RequestSigning", "CSystem",
    ],
    "DataPlane": [
      "GatewayModel", "Enforcement", "TemplateLanguage", "JSONSchema", "Workspace", "EventLoop",
      "HTTPServer", "HTTPClient", "CSystem",
    ],
    "Terminal": [],
    "NcursesTerminal": ["Terminal", "CNcurses", "CSystem"],
    "Console": ["GatewayModel", "Doctor", "Enforcement", "Terminal"],
    "AdminCLI": [
      "GatewayModel", "Doctor", "Enforcement", "OpenAPI", "Workspace", "Journal", "Terminal",
    ],
  ]

  /// The one target that may know each C library.
  private static let keepers = [
    "CNcurses": "NcursesTerminal", "CHTTPParser": "HTTPServer", "CCurl": "HTTPClient",
    "CYaml": "OpenAPI",
  ]

  private static let own = Set(arrows.keys).union(["CSystem", "CCrypto"]).union(keepers.keys)

  @Test func targetsImportWhatTheyMayAndNothingElse() {
    for file in SourceTree.files(in: "Sources") {
      guard let allowed = Self.arrows[file.target] else { continue }
      let wrong = Set(file.imports).intersection(Self.own).subtracting(allowed)
      #expect(wrong.isEmpty, "\(file.path) imports \(wrong.sorted())")
    }
  }

  @Test func aLibraryIsKnownToOneTargetOnly() {
    for file in SourceTree.files(in: "Sources") {
      for (library, keeper) in Self.keepers where file.imports.contains(library) {
        #expect(file.target == keeper, "\(file.path) imports \(library)")
      }
    }
  }

  @Test func theModelKnowsNoClockFilesOrRandomness() {
    for file in SourceTree.files(in: "Sources")
    where ["GatewayModel", "Doctor", "TemplateLanguage"].contains(file.target) {
      // For reading JSON and numbers; clocks and files are in the larger Foundation.
      let foreign = Set(file.imports).subtracting([
        "GatewayModel", "TemplateLanguage", "FoundationEssentials",
      ])
      #expect(foreign.isEmpty, "\(file.path) imports \(foreign.sorted())")
    }
  }

  @Test func theTestSeesTheSources() {
    #expect(SourceTree.files(in: "Sources").count > 300)
    #expect(
      SourceTree.files(in: "Sources").contains {
        $0.target == "DataPlane" && $0.imports.contains("HTTPServer")
      })
  }
}
