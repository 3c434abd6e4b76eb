/// Where a key means something.
///
/// At any moment a few scopes are active, the innermost first; a key means what the first active
/// scope that binds it says.
public enum KeyScope: String, CaseIterable, Hashable, Sendable {
  /// Everywhere outside of overlays.
  case everywhere
  /// The main screen: the four panes and the detail pane.
  case main
  /// Any of the four panes.
  case list
  /// The pane of keys, and the detail of a key.
  case keys
  /// The pane of plans, and the detail of a plan.
  case plans
  /// The pane of methods, and the detail of a method, resource or API.
  case methods
  /// The pane of stages, and the detail of a stage.
  case stages
  /// The detail pane.
  case detail
  /// An empty workspace's checklist.
  case checklist
  /// Any of the full screens.
  case screen
  case usage, trace, history, doctor
  /// The line in which a filter is typed.
  case filter
  /// A menu of actions.
  case menu
  /// The menu of what can be copied.
  case copyMenu
  /// A question that must be answered.
  case confirm
  /// The list of keys.
  case help
  /// The list of all actions, by their words.
  case palette
  /// The columns of a pane.
  case columns
  /// A text to read.
  case text
  /// The line in which words are typed that a text is searched for.
  case textSearch
  /// A form.
  case form
  /// A list to tick.
  case pick
  /// A request put together by hand.
  case compose
  /// The value of a key that was just made.
  case secret
  /// What callers meet since a deployment.
  case deploy
  /// The deployments a stage could serve.
  case rollback
  /// Both sides of a conflict.
  case conflict
}
