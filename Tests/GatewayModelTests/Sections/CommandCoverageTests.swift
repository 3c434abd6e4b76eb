import Foundation
import GatewayModel
import Testing

/// Every command has at least one rule of the semantics that refuses it.
@Suite struct CommandCoverageTests {
  private var rows: [SectionRow] {
    KeySectionTests.rows + PlanSectionTests.rows + ApiSectionTests.apis
      + ApiSectionTests.resources + MethodSectionTests.methods + MethodSectionTests.integrations
      + MethodSectionTests.responses + StageSectionTests.deployments + StageSectionTests.stages
      + PartSectionTests.parts + PartSectionTests.account
  }

  @Test func everyCommandIsRefusedByARow() throws {
    let section = try SectionBench()
    let accessories = try AccessoryBench()
    var refused = Set(rows.map { Self.name(of: $0.command(section)) })
    refused.formUnion(
      AccessoryRefusalTests.all.map { Self.name(of: $0.command(accessories)) })
    let declared = try Self.declaredCommands()
    #expect(declared.count > 60)
    // A batch is what its commands are; what undo is refused for, its own tests tell.
    #expect(declared.subtracting(refused) == ["restore", "batch"])
  }

  private static func name(of command: Command) -> String {
    Mirror(reflecting: command).children.first?.label ?? ""
  }

  /// The cases as the source declares them, so that a new one cannot be forgotten.
  private static func declaredCommands() throws -> Set<String> {
    let file = URL(fileURLWithPath: #filePath)
      .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
      .appendingPathComponent("Sources/GatewayModel/Commands/Command.swift")
    let source = try String(contentsOf: file, encoding: .utf8)
    return Set(source.matches(of: /\n  case (\w+)\(/).map { String($0.output.1) })
  }
}
