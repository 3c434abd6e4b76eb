// swift-tools-version: 6.2
import PackageDescription

/// The house rules every Swift target is compiled under.
let houseRules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .treatAllWarnings(as: .error),
]

/// A library target in `Sources/NAME`; `imports` are the arrows it may follow, nothing else.
func library(_ name: String, imports: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: imports, swiftSettings: houseRules)
}

/// A program in `Sources/NAME`.
func program(_ name: String, imports: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: imports, swiftSettings: houseRules)
}

/// The tests of one library, in `Tests/NAMETests`; those with golden files read them from the source
/// tree, since they also rewrite them there.
func tests(of name: String, imports: [Target.Dependency] = [], golden: [String] = []) -> Target {
  .testTarget(
    name: "\(name)Tests",
    dependencies: [.target(name: name), "TestSupport"] + imports,
    exclude: golden,
    swiftSettings: houseRules)
}

/// A C library of the operating system: a module map and a shim header in `Sources/NAME`.
func cLibrary(_ name: String, package: String) -> Target {
  .systemLibrary(name: name, providers: [.apt([package])])
}

let package = Package(
  name: "keystile",
  products: [
    .executable(name: "keystile", targets: ["keystile"]),
    .executable(name: "benchmark", targets: ["benchmark"]),
    .executable(name: "simulator", targets: ["simulator"]),
  ],
  targets: [
    cLibrary("CNcurses", package: "libncurses-dev"),
    cLibrary("CHTTPParser", package: "libhttp-parser-dev"),
    cLibrary("CCurl", package: "libcurl4-openssl-dev"),
    cLibrary("CCrypto", package: "libssl-dev"),
    cLibrary("CYaml", package: "libyaml-dev"),
    .target(name: "CSystem"),

    library("GatewayModel"),
    library("TemplateLanguage", imports: ["GatewayModel"]),
    library("JSONSchema", imports: ["GatewayModel"]),
    library("OpenAPI", imports: ["GatewayModel", "CYaml"]),
    library("Enforcement", imports: ["GatewayModel", "TemplateLanguage"]),
    library("Doctor", imports: ["GatewayModel", "TemplateLanguage"]),
    library("Journal", imports: ["CSystem", "CCrypto"]),
    library(
      "Workspace", imports: ["GatewayModel", "Enforcement", "Journal", "CSystem", "CCrypto"]),
    library("EventLoop", imports: ["CSystem"]),
    library("HTTPServer", imports: ["EventLoop", "CHTTPParser", "CSystem"]),
    library("HTTPClient", imports: ["EventLoop", "CCurl", "CSystem"]),
    library("RequestSigning", imports: ["CCrypto"]),
    library(
      "ControlPlane",
      imports: [
        "GatewayModel", "Enforcement", "Workspace", "EventLoop", "HTTPServer", "OpenAPI",
        "RequestSigning", "CSystem",
      ]),
    library(
      "DataPlane",
      imports: [
        "GatewayModel", "Enforcement", "TemplateLanguage", "JSONSchema", "Workspace", "EventLoop",
        "HTTPServer", "HTTPClient", "CSystem",
      ]),
    library("Terminal"),
    library("NcursesTerminal", imports: ["Terminal", "CNcurses", "CSystem"]),
    library("Console", imports: ["GatewayModel", "Doctor", "Enforcement", "Terminal"]),
    library(
      "AdminCLI",
      imports: [
        "GatewayModel", "Doctor", "Enforcement", "OpenAPI", "Journal", "Workspace", "Terminal",
      ]),

    program(
      "keystile",
      imports: [
        "GatewayModel", "Enforcement", "Doctor", "Journal", "Workspace", "EventLoop", "HTTPServer",
        "HTTPClient", "RequestSigning", "OpenAPI", "ControlPlane", "DataPlane", "Terminal",
        "NcursesTerminal", "Console", "AdminCLI", "CSystem",
      ]),
    program(
      "benchmark",
      imports: [
        "GatewayModel", "Enforcement", "Journal", "Workspace", "EventLoop", "RequestSigning",
        "CSystem",
      ]),
    program("simulator", imports: ["Journal", "Workspace", "GatewayModel", "CSystem"]),

    .target(
      name: "TestSupport", dependencies: ["CSystem", "Terminal"], path: "Tests/Support",
      swiftSettings: houseRules),
    tests(of: "GatewayModel"),
    tests(of: "TemplateLanguage", imports: ["GatewayModel"]),
    tests(of: "JSONSchema", imports: ["GatewayModel"]),
    tests(of: "OpenAPI", imports: ["GatewayModel"], golden: ["Golden"]),
    tests(of: "Enforcement", imports: ["GatewayModel"]),
    tests(of: "Doctor", imports: ["GatewayModel"]),
    tests(of: "Journal", imports: ["CSystem"]),
    tests(
      of: "Workspace", imports: ["GatewayModel", "Enforcement", "Journal", "CSystem"],
      golden: ["Codec/Golden"]),
    tests(of: "EventLoop", imports: ["CSystem"]),
    tests(of: "HTTPServer", imports: ["EventLoop", "CSystem"]),
    tests(of: "HTTPClient", imports: ["EventLoop", "CSystem"]),
    tests(of: "RequestSigning"),
    tests(
      of: "ControlPlane",
      imports: [
        "GatewayModel", "Enforcement", "Journal", "Workspace", "EventLoop", "HTTPServer", "OpenAPI",
        "RequestSigning", "CSystem",
      ], golden: ["Exchanges/Golden"]),
    tests(
      of: "DataPlane",
      imports: [
        "GatewayModel", "Enforcement", "Workspace", "EventLoop", "HTTPServer", "HTTPClient",
        "CSystem",
      ]),
    tests(of: "Terminal", golden: ["Golden"]),
    tests(of: "NcursesTerminal", imports: ["Terminal", "CSystem"]),
    tests(
      of: "Console", imports: ["GatewayModel", "Doctor", "Enforcement", "Terminal"],
      golden: ["Goldens"]),
    tests(of: "AdminCLI", imports: ["GatewayModel", "Doctor", "Enforcement", "Workspace"]),
    .testTarget(
      name: "HouseRulesTests", dependencies: ["TestSupport"], swiftSettings: houseRules),
    .testTarget(
      name: "EndToEndTests",
      dependencies: [
        "keystile", "simulator", "TestSupport", "CSystem", "GatewayModel", "Journal", "Workspace",
        "Enforcement", "Terminal",
      ],
      exclude: ["AWSTools/Scripts", "AWSTools/Terraform"],
      swiftSettings: houseRules),
  ]
)
