import Enforcement
import GatewayModel
public import Terminal

/// A request put together by hand, to see how it would be decided; nothing is sent.
public struct ComposeOverlay: Overlay {
  /// The scope of its keys.
  public let scope = KeyScope.compose
  private let stages: [ApiStageID]
  private let verbs = HTTPVerb.allCases.map(\.name)
  private var form: Form

  /// - Parameter ref: Where the cursor is: a stage or a key is filled in.
  init?(at ref: EntityRef?, world: any ConsoleWorld) {
    let state = world.state
    stages = state.apis.values.flatMap { api in
      api.stages.keys.map { ApiStageID(apiId: api.api.id, stage: $0) }
    }.sorted { (Words.stage($0, in: state), $0) < (Words.stage($1, in: state), $1) }
    guard !stages.isEmpty else { return nil }
    var stage = 0
    var key = ""
    switch ref {
    case .stage(let id): stage = stages.firstIndex(of: id) ?? 0
    case .apiKey(let id): key = state.keys[id]?.displayName ?? id
    default: break
    }
    form = Form([
      FormField(
        id: "stage", label: "Stage",
        control: .choice(stages.map { DisplayText(Words.stage($0, in: state)) }, selected: stage),
        hint: "Left and right choose."),
      FormField(
        id: "verb", label: "Verb", control: .choice(verbs.map { DisplayText($0) }, selected: 0)),
      FormField(
        id: "path", label: "Path", control: .text(TextField("/")),
        hint: "Below the stage, as a client sends it."),
      FormField(
        id: "key", label: "Key", control: .text(TextField(key)),
        hint: "A key's name or id, or a value as it would be sent; empty for none."),
    ])
  }

  /// Edits a field, or explains the request.
  public mutating func handle(_ key: KeyEvent, world: any ConsoleWorld) -> OverlayReply {
    guard key == KeyEvent(.enter) || key == KeyEvent(.character("s"), .control) else {
      _ = form.handle(key)
      return .stay
    }
    let request = request(in: world.state)
    return .closeThen { console, world in
      console.open(screen: .trace, world)
      console.updateScreen(.trace, as: TraceScreen.self) { $0.show(request, world) }
      return []
    }
  }

  /// Puts pasted text into the field.
  public mutating func paste(_ text: String, world: any ConsoleWorld) { _ = form.paste(text) }

  /// A click goes to a field, or chooses.
  public mutating func mouse(
    _ event: MouseEvent, in area: Rect, view: ConsoleView
  ) -> OverlayReply {
    _ = form.handle(
      event,
      in: OverlayBox.rect(size(in: area), in: area).inset()
        .inset(horizontal: 1, vertical: 0))
    return .stay
  }

  private func size(in area: Rect) -> Size {
    Size(width: min(76, area.width - 4), height: min(form.fields.count + 2, area.height - 2))
  }

  private func request(in state: GatewayState) -> ExplainedRequest {
    let stage = stages[form["stage"]?.control.selection.first ?? 0]
    let verb = verbs[form["verb"]?.control.selection.first ?? 0]
    let path = form["path"]?.control.text ?? "/"
    return ExplainedRequest(
      stage: stage, verb: verb, path: path.hasPrefix("/") ? path : "/\(path)",
      key: Self.key(form["key"]?.control.text ?? "", in: state))
  }

  /// A key by its id or its name where only one has it, else a value as it is sent.
  private static func key(_ text: String, in state: GatewayState) -> ExplainedRequest.Key {
    if text.isEmpty { return .none }
    if state.keys[text] != nil { return .id(text) }
    if state.keyIdByValue[text] != nil { return .value(text) }
    let named = state.keys.values.filter { $0.name == text }
    return named.count == 1 ? .id(named[0].id) : .value(text)
  }

  /// Draws the fields in the middle.
  public func draw(into frame: inout Frame, in area: Rect, view: ConsoleView) -> Cursor? {
    let inner = OverlayBox.draw(
      size(in: area), title: "Try a request", note: "nothing is sent", into: &frame, in: area)
    return form.draw(into: &frame, in: inner.inset(horizontal: 1, vertical: 0))
      .map { Cursor($0, isVisible: true) }
  }
}
