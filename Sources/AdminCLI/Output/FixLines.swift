import Enforcement
import GatewayModel

/// The command lines that do what a fix proposes.
enum FixLines {
  /// A line for each change, in order; none if there is nothing to change or no verb for one of them.
  static func of(_ fix: Fix, in state: GatewayState) -> [String] {
    guard let command = fix.command else { return [] }
    var commands = [command]
    if case .batch(let batch) = command { commands = batch.commands }
    let lines = commands.compactMap { words(for: $0, in: state) }
    guard lines.count == commands.count else { return [] }
    return lines.map { (["keystile"] + $0.map(Shell.quoted)).joined(separator: " ") }
  }

  private static func words(for command: Command, in state: GatewayState) -> [String]? {
    switch command {
    case .createDeployment(let input):
      return input.stageName.map { ["deploy", input.restApiId, $0, "--yes"] }
    case .updateMethod(let input):
      return words(for: input, in: state)
    case .updateApiKey(let input):
      guard input.patchOperations == [.replace("/enabled", "true")] else { return nil }
      return ["key", "enable", input.apiKey]
    case .createUsagePlanKey(let input):
      return ["plan", "attach", input.usagePlanId, input.keyId]
    case .updateUsagePlan(let input):
      return words(for: input)
    case .updateUsage(let input):
      guard let left = input.patchOperations.first?.value, input.patchOperations.count == 1 else {
        return nil
      }
      return ["usage", "grant", input.usagePlanId, input.keyId, left]
    default: return nil
    }
  }

  private static func words(
    for input: Command.UpdateMethod, in state: GatewayState
  ) -> [String]? {
    guard let path = state.apis[input.restApiId]?.resources[input.resourceId]?.path else {
      return nil
    }
    let place = [input.restApiId, input.httpMethod, path]
    switch input.patchOperations {
    case [.replace("/apiKeyRequired", "true")]: return ["method", "require-key"] + place + ["on"]
    case [.replace("/apiKeyRequired", "false")]: return ["method", "require-key"] + place + ["off"]
    case [.replace("/authorizationType", "NONE")]: return ["method", "open"] + place
    default: return nil
    }
  }

  private static func words(for input: Command.UpdateUsagePlan) -> [String]? {
    guard let operation = input.patchOperations.first, input.patchOperations.count == 1 else {
      return nil
    }
    switch (operation.op, operation.path, operation.value) {
    case ("add", "/apiStages", let stage?): return ["plan", "add-stage", input.usagePlanId, stage]
    case ("replace", "/throttle/rateLimit", let rate?):
      return ["plan", "set", input.usagePlanId, "--rate", rate]
    case ("replace", "/throttle/burstLimit", let burst?):
      return ["plan", "set", input.usagePlanId, "--burst", burst]
    case ("remove", "/quota", nil): return ["plan", "set", input.usagePlanId, "--no-quota"]
    default: return nil
    }
  }
}
