/// The heading a key stands under in the help; what only this screen has comes first.
public enum KeyGroup: String, CaseIterable, Hashable, Sendable {
  case changing = "Changing"
  case deploying = "Deploying"
  case watching = "Watching"
  case looking = "Looking"
  case finding = "Finding and sorting"
  case marking = "Marking"
  case copying = "Copying"
  case undoing = "Undoing"
  case moving = "Moving"
  case program = "Program"
  case dialog = "In dialogs and forms"
}
