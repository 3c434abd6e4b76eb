import Enforcement

/// The ready integrations of the deployments that are being served.
///
/// Made when a deployment is first called; the list is kept short by dropping what has not been called
/// for longest.
struct ReadyDeployments {
  /// Deployments kept ready at once.
  static let limit = 256

  private struct Entry {
    let deployment: CompiledDeployment
    let integrations: [ReadyIntegration]
  }

  /// The one called last stands first: most requests find theirs at once.
  private var entries: [Entry] = []

  /// The integration of a method of a deployment.
  ///
  /// - Complexity: constant for the deployment called last, else linear in the list.
  mutating func integration(of method: Int, in deployment: CompiledDeployment) -> ReadyIntegration {
    if let first = entries.first, first.deployment === deployment {
      return first.integrations[method]
    }
    return entry(for: deployment).integrations[method]
  }

  private mutating func entry(for deployment: CompiledDeployment) -> Entry {
    let entry: Entry
    if let index = entries.firstIndex(where: { $0.deployment === deployment }) {
      entry = entries.remove(at: index)
    } else {
      entry = Entry(
        deployment: deployment,
        integrations: deployment.routes.methods.map {
          ReadyIntegration($0.method, in: deployment.snapshot)
        })
      if entries.count >= Self.limit { entries.removeLast() }
    }
    entries.insert(entry, at: 0)
    return entry
  }
}
