public import GatewayModel
import TemplateLanguage

/// A mapping template that cannot be rendered, or not as its author means.
///
/// It is stored all the same, as API Gateway does, and answered 500 when a request needs it.
public struct UnsupportedTemplate: DoctorCheck {
  /// Makes the check.
  public init() {}

  /// `unsupported-template`.
  public let id = "unsupported-template"
  /// What the check looks for.
  public let title = "a mapping template is outside the template language"

  /// One finding a template, of the APIs as they are and then of what else stages serve.
  public func findings(in state: GatewayState, observed: Observations) -> [Finding] {
    state.apis.values.sorted { $0.api.id < $1.api.id }.flatMap { api in
      let found = api.snapshot.routes.flatMap { Self.faults(in: $0) }
      let known = Set(found.map(\.template))
      let served = state.servedStages.filter { $0.id.apiId == api.api.id }
        .flatMap { $0.snapshot.routes.flatMap { Self.faults(in: $0) } }
      let old = served.filter { !known.contains($0.template) }
      return found.map { finding($0, of: api, isServedOnly: false) }
        + Self.unique(old).map { finding($0, of: api, isServedOnly: true) }
    }
  }

  private struct Fault {
    let resourceId: ResourceID
    let path: String
    let method: Method
    let template: PlacedTemplate
    let issue: TemplateIssue
  }

  private static func faults(in route: SnapshotRoute) -> [Fault] {
    route.methods.flatMap { method in
      (method.methodIntegration?.templates ?? []).compactMap { template in
        let issues = template.issues
        return (issues.first { $0.effect == .fails } ?? issues.first).map {
          Fault(
            resourceId: route.resourceId, path: route.path, method: method, template: template,
            issue: $0)
        }
      }
    }
  }

  private static func unique(_ faults: [Fault]) -> [Fault] {
    var seen: Set<PlacedTemplate> = []
    return faults.filter { seen.insert($0.template).inserted }
  }

  private func finding(_ fault: Fault, of api: ApiState, isServedOnly: Bool) -> Finding {
    let fails = fault.issue.effect == .fails
    let deploy = api.stages.keys.sorted().map {
      "keystile deploy \(api.api.id) \(Shell.quoted($0)) --yes"
    }
    return Finding(
      checkID: id, severity: fails ? .error : .warning,
      subject: .method(api.api.id, fault.resourceId, httpMethod: fault.method.httpMethod),
      problem: "The \(fault.template.place) of \(Words.route(fault.method, at: fault.path)), "
        + "\(fault.issue).",
      reason: (fails
        ? "A request that needs it is answered 500 Internal server error"
        : "The text is sent to whoever reads the result")
        + (isServedOnly ? "; a stage still serves it." : "."),
      mends: (isServedOnly ? [] : [mend(fault, of: api)]) + deploy)
  }

  private func mend(_ fault: Fault, of api: ApiState) -> String {
    let response = fault.template.statusCode.map { " --response \($0)" } ?? ""
    let type =
      fault.template.contentType == "application/json"
      ? "" : " --type \(Shell.quoted(fault.template.contentType))"
    return "keystile method template \(api.api.id) \(fault.method.httpMethod) "
      + "\(Shell.quoted(fault.path)) template.vtl\(response)\(type)"
  }
}
