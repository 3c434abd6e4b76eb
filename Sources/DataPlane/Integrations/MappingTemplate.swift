/// Tells text that is sent as it is from text in the template language.
enum MappingTemplate {
  /// Whether a template has references or directives, so that it must be evaluated.
  ///
  /// A lone `$` or `#` is text, as in `{"price": "$5"}`.
  /// Source: Apache Velocity user guide, references and directives.
  static func isLiteral(_ template: String) -> Bool {
    var previous: Character = " "
    for character in template {
      if previous == "$", character.isLetter || "!{_".contains(character) { return false }
      if previous == "#", character.isLetter || "@*#{".contains(character) { return false }
      previous = character
    }
    return true
  }
}
