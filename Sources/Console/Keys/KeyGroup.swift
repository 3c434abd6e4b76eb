/// The heading a key stands under in the help.
public enum KeyGroup: String, CaseIterable, Hashable, Sendable {
  case moving = "Moving"
  case looking = "Looking"
  case finding = "Finding and sorting"
  case marking = "Marking"
  case changing = "Changing"
  case deploying = "Deploying"
  case watching = "Watching"
  case copying = "Copying"
  case undoing = "Undoing"
  case program = "Program"
  case dialog = "In dialogs and forms"
}
