/// Something that can be ticked in a list.
struct PickItem: Hashable, Sendable {
  /// Names it for the command.
  let value: String
  /// Names it for people.
  let title: String
  /// What there is to say about it.
  let note: String
  /// Whether it was ticked when the list was opened.
  let wasOn: Bool
}
