import GatewayModel
import TestSupport

@testable import Workspace

/// Does random commands; refusals are part of the game.
struct RandomDriver {
  var numbers: SeededRandom

  init(seed: UInt64) {
    numbers = SeededRandom(seed: seed ^ 0x5eed)
  }

  mutating func step(_ workspace: Workspace) {
    _ = try? workspace.run(command(workspace.state))
  }

  private mutating func command(_ state: GatewayState) -> Command {
    let key = state.keys.keys.sorted().randomElement(using: &numbers) ?? "none"
    let plan = state.plans.keys.sorted().randomElement(using: &numbers) ?? "none"
    let number = Int.random(in: 0...99, using: &numbers)
    switch number % 9 {
    case 0, 1: return .createApiKey(Command.CreateApiKey(name: "key \(number)", enabled: true))
    case 2:
      return .createUsagePlan(
        Command.CreateUsagePlan(
          name: "plan \(number)",
          throttle: ThrottleSettings(rateLimit: Double(number), burstLimit: number)))
    case 3, 4:
      return .createUsagePlanKey(Command.CreateUsagePlanKey(usagePlanId: plan, keyId: key))
    case 5:
      return .updateApiKey(
        Command.UpdateApiKey(
          apiKey: key, patchOperations: [.replace("/description", "d \(number)")]))
    case 6:
      return .updateUsagePlan(
        Command.UpdateUsagePlan(
          usagePlanId: plan, patchOperations: [.replace("/throttle/burstLimit", "\(number)")]))
    case 7: return .deleteApiKey(Command.DeleteApiKey(apiKey: key))
    default: return .deleteUsagePlanKey(Command.DeleteUsagePlanKey(usagePlanId: plan, keyId: key))
    }
  }
}
