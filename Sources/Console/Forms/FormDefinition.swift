import GatewayModel
import Terminal

/// A form: its fields, the command they make, and what follows once it is accepted.
///
/// A new form is a new file with a function that makes its definition; drawing, checking, saving,
/// conflicts and the AWS CLI line are the same for all.
struct FormDefinition: Sendable {
  /// What is edited.
  let title: String
  /// What ^S does, in a word.
  var verb = "save"
  /// What there is to know besides the fields.
  var notes: [String] = []
  let entries: [FormEntry]
  /// The edited entities with their revisions as the form shows them.
  let expecting: [EntityRef: Sequence64]
  /// The command that makes the values true; nil when they are true already.
  let command: @Sendable (FormValues) -> Command?
  /// What it does, in the past tense.
  let label: @Sendable (FormValues) -> String
  /// What follows once it is accepted; `subjects` are what it made or changed.
  var then: @Sendable (_ subjects: [EntityRef], _ values: FormValues) -> ConsoleAction = { _, _ in
    { _, _ in [] }
  }
  /// Which of the expected revisions matter, where that depends on a choice; nil for all.
  var touched: (@Sendable (FormValues) -> Set<EntityRef>)?
  /// What there is to look at before saving, in place of the list of changes.
  var review: (@Sendable (FormValues, ConsoleView) -> [StyledText])?
  /// What the change would have meant to recent requests, told below the review.
  var rehearsal: (@Sendable (FormValues, Decision, any ConsoleWorld) -> [StyledText])?
  /// What is asked before saving; nil when nothing is.
  var question: (@Sendable (FormValues, GatewayState) -> FormQuestion)?
  /// The same form on the entity as it is now; nil when it has gone.
  var remake: @Sendable (GatewayState) -> FormDefinition? = { _ in nil }

  /// The present revisions of entities.
  static func revisions(_ refs: [EntityRef], in state: GatewayState) -> [EntityRef: Sequence64] {
    Dictionary(
      refs.compactMap { ref in state.revision(of: ref).map { (ref, $0) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// True when an entity that was seen is there no longer.
  static func isAnyGone(_ seen: [EntityRef: Sequence64], in state: GatewayState) -> Bool {
    seen.keys.contains { state.revision(of: $0) == nil }
  }

  /// The revisions the change is based on.
  func expecting(_ values: FormValues) -> [EntityRef: Sequence64] {
    guard let touched = touched?(values) else { return expecting }
    return expecting.filter { touched.contains($0.key) }
  }

  /// Several commands as one; nil for none.
  static func joined(_ commands: [Command]) -> Command? {
    commands.isEmpty ? nil : ConsoleState.one(of: commands)
  }

  /// An entity's tags as they are typed.
  static func text(ofTags tags: [String: String]) -> String { NamedPairs(tags).text }

  /// What gives an entity other tags.
  static func tagging(
    _ ref: EntityRef, from old: [String: String], to new: [String: String]
  ) -> [Command] {
    guard old != new, let arn = ResourceArn(ref)?.text() else { return [] }
    let gone = old.keys.filter { new[$0] == nil }.sorted()
    let set = new.filter { old[$0.key] != $0.value }
    return
      (gone.isEmpty
      ? [] : [.untagResource(Command.UntagResource(resourceArn: arn, tagKeys: gone))])
      + (set.isEmpty ? [] : [.tagResource(Command.TagResource(resourceArn: arn, tags: set))])
  }

  /// A number as it is typed, without a fraction where there is none.
  static func text(_ number: Double?) -> String {
    guard let number else { return "" }
    return number.rounded() == number && abs(number) < 1e15 ? "\(Int(number))" : "\(number)"
  }

  /// A number as it is typed.
  static func text(_ number: Int?) -> String { number.map(String.init) ?? "" }
}
