import GatewayModel

/// What cells, sort keys and filters of rows are made from; lives for one frame or one refresh.
struct RowContext {
  let state: GatewayState
  let world: any ConsoleWorld
  let samples: UsageSamples
  let health: WorkspaceHealth
}
