/// The manual page in roff, written from the table of verbs.
struct ManualPage {
  let verbs: [VerbSpec]

  /// The page, for `man -l`.
  var text: String {
    var lines = [
      ".TH KEYSTILE 1", ".SH NAME",
      "keystile \\- console, gateway and command line for API keys, usage plans and stages",
      ".SH SYNOPSIS", ".B keystile",
      "[\\fINOUN\\fR] \\fIVERB\\fR [\\fIARGUMENT\\fR ...] "
        + "[\\fB\\-\\-option\\fR \\fIVALUE\\fR ...]",
      ".SH VERBS",
    ]
    for verb in verbs {
      lines.append(".SS \(escaped(verb.usage.dropFirst("keystile ".count)))")
      lines.append(escaped("\(verb.summary).\(verb.details.isEmpty ? "" : " \(verb.details)")"))
      lines += rows(verb.arguments.map { ($0.usage, $0.help) })
      lines += rows(verb.options.map { ($0.usage, $0.help) })
      lines += [".PP", "Examples:", ".EX"]
      lines += verb.examples.map { escaped("  keystile\($0.isEmpty ? "" : " ")\($0)") }
      lines.append(".EE")
    }
    lines.append(".SH OPTIONS EVERYWHERE")
    lines += rows(GlobalOptions.specs.map { ($0.usage, $0.help) })
    lines.append(".SH EXIT STATUS")
    lines += ExitCode.allCases.flatMap { [escaped($0.explanation), ".br"] }
    return lines.joined(separator: "\n") + "\n"
  }

  private func rows(_ rows: [(String, String)]) -> [String] {
    rows.flatMap { [".TP", ".B \(escaped($0.0))", escaped($0.1)] }
  }

  /// Keeps roff from reading text as its own.
  private func escaped(_ text: some StringProtocol) -> String {
    var result = ""
    for character in text {
      switch character {
      case "\\": result += "\\e"
      case "-": result += "\\-"
      default: result.append(character)
      }
    }
    return result.hasPrefix(".") || result.hasPrefix("'") ? "\\&\(result)" : result
  }
}
