import GatewayModel

/// One step of the tutorial and how to see that it is done.
struct OnboardingStep: Sendable {
  /// What to do.
  let title: String
  /// The action that does it, whose key is shown, and the pane it is done in.
  let action: ActionID
  let pane: PaneKind
  /// True once it is done.
  let isDone: @Sendable (GatewayState, any ConsoleWorld) -> Bool

  /// The steps in an order that works.
  static let all: [OnboardingStep] = [
    OnboardingStep(title: "Create an API", action: "api.new", pane: .methods) { state, _ in
      !state.apis.isEmpty
    },
    OnboardingStep(
      title: "Add a method with a backend", action: "method.new", pane: .methods
    ) { state, _ in
      state.apis.values.contains { api in
        api.methods.values.contains { $0.values.contains { $0.methodIntegration != nil } }
      }
    },
    OnboardingStep(title: "Create an API key", action: "key.new", pane: .keys) { state, _ in
      !state.keys.isEmpty
    },
    OnboardingStep(
      title: "Require a key on the method", action: "method.toggle-key", pane: .methods
    ) { state, _ in
      state.apis.values.contains { api in
        api.methods.values.contains { $0.values.contains(where: \.apiKeyRequired) }
      }
    },
    OnboardingStep(title: "Deploy the API to a stage", action: "stage.deploy", pane: .stages) {
      state, _ in
      state.apis.values.contains { api in
        api.stages.values.contains { stage in
          api.deployments[stage.deploymentId]?.snapshot.routes.contains {
            $0.methods.contains(where: \.apiKeyRequired)
          } ?? false
        }
      }
    },
    OnboardingStep(
      title: "Create a plan for the stage", action: "plan.new", pane: .plans
    ) { state, _ in
      state.plans.values.contains { !$0.apiStages.isEmpty }
    },
    OnboardingStep(
      title: "Put the key in the plan", action: "key.plans", pane: .keys
    ) { state, _ in !state.planKeys.isEmpty },
    OnboardingStep(title: "Call it with the key", action: "stage.copy-call", pane: .stages) {
      _, world in
      world.requests(.all, limit: callLimitRequests).contains {
        $0.keyId != nil && $0.refusal == nil
      }
    },
  ]

  /// Newest requests in which a call with a key is looked for.
  static let callLimitRequests = 50
}
