// Draws a terminal's screen, as `tmux capture-pane -p -e` writes it, as an SVG of monospaced text.

/// How a cell looks.
struct Look: Hashable {
  var foreground: String?
  var background: String?
  var isBold = false
  var isDim = false
  var isUnderlined = false
  var isReversed = false

  /// Takes over the parameters of one SGR sequence.
  ///
  /// Source: ECMA-48, SGR; xterm's 256 colours.
  mutating func apply(_ parameters: [Int]) {
    var rest = parameters[...]
    while let code = rest.popFirst() {
      switch code {
      case 0: self = Look()
      case 1: isBold = true
      case 2: isDim = true
      case 4: isUnderlined = true
      case 7: isReversed = true
      case 22: (isBold, isDim) = (false, false)
      case 24: isUnderlined = false
      case 27: isReversed = false
      case 30...37: foreground = Palette.color(code - 30)
      case 38: foreground = Palette.color(extended: &rest)
      case 39: foreground = nil
      case 40...47: background = Palette.color(code - 40)
      case 48: background = Palette.color(extended: &rest)
      case 49: background = nil
      case 90...97: foreground = Palette.color(code - 82)
      case 100...107: background = Palette.color(code - 92)
      default: break
      }
    }
  }

  /// What the text and the ground behind it are painted in; no ground is the picture's own.
  var colors: (text: String, ground: String?) {
    isReversed
      ? (background ?? Palette.ground, foreground ?? Palette.text)
      : (foreground ?? Palette.text, background)
  }
}

/// The colours of a dark terminal.
enum Palette {
  static let ground = "#16181d"
  static let text = "#d7dae0"
  private static let named = [
    "#2e3436", "#e06c75", "#98c379", "#e5c07b", "#61afef", "#c678dd", "#56b6c2", "#d7dae0",
    "#5c6370", "#ff7b85", "#b5e890", "#ffd68a", "#7cc4ff", "#dc8cf0", "#6fd3de", "#ffffff",
  ]

  /// One of xterm's 256.
  static func color(_ index: Int) -> String {
    switch index {
    case 0..<16: return named[index]
    case 16..<232:
      let levels = [0, 95, 135, 175, 215, 255]
      let cube = index - 16
      return hex(levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
    default:
      let level = 8 + (index - 232) * 10
      return hex(level, level, level)
    }
  }

  /// What follows 38 or 48: `5;index` or `2;red;green;blue`.
  static func color(extended rest: inout ArraySlice<Int>) -> String? {
    switch rest.popFirst() {
    case 5: return rest.popFirst().map { color($0) }
    case 2:
      guard let red = rest.popFirst(), let green = rest.popFirst(), let blue = rest.popFirst()
      else { return nil }
      return hex(red, green, blue)
    default: return nil
    }
  }

  private static func hex(_ parts: Int...) -> String {
    "#" + parts.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}

/// Neighbouring cells that look alike.
struct Run {
  var look: Look
  var column: Int
  var columns = 0
  var text = ""
}

/// The runs of one line.
func runs(of line: String) -> [Run] {
  var runs: [Run] = []
  var look = Look()
  var column = 0
  var scalars = line.unicodeScalars[...]
  while let scalar = scalars.popFirst() {
    if scalar == "\u{1B}" {
      let sequence = scalars.prefix { !("@"..."~").contains($0) || $0 == "[" }
      scalars = scalars.dropFirst(sequence.count)
      guard scalars.popFirst() == "m" else { continue }
      let parameters = String(Substring(sequence)).dropFirst().split(
        separator: ";", omittingEmptySubsequences: false)
      look.apply(parameters.map { Int($0) ?? 0 })
      continue
    }
    if runs.last?.look != look || runs.isEmpty { runs.append(Run(look: look, column: column)) }
    let width = isWide(scalar) ? 2 : 1
    runs[runs.count - 1].text.unicodeScalars.append(scalar)
    runs[runs.count - 1].columns += width
    column += width
  }
  return runs
}

/// Whether a character takes two columns.
func isWide(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1FAFF, 0x20000...0x3FFFD:
    true
  default: false
  }
}

func escaped(_ text: String) -> String {
  text.reduce(into: "") { result, character in
    switch character {
    case "&": result += "&amp;"
    case "<": result += "&lt;"
    case ">": result += "&gt;"
    default: result.append(character)
    }
  }
}

/// A length with one decimal, without digits that say nothing.
func length(_ value: Double) -> String {
  let tenths = Int((value * 10).rounded())
  return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
}

let (cellWidth, cellHeight, baseline, margin) = (8.4, 17.0, 13.0, 10.0)
var lines: [[Run]] = []
while let line = readLine() { lines.append(runs(of: line)) }
let columns = lines.compactMap { $0.last.map { $0.column + $0.columns } }.max() ?? 0
var classes: [String: String] = [:]
var body = ""
for (row, line) in lines.enumerated() {
  let y = margin + Double(row) * cellHeight
  for run in line {
    let x = length(margin + Double(run.column) * cellWidth)
    let width = length(Double(run.columns) * cellWidth)
    let (text, ground) = run.look.colors
    if let ground {
      body +=
        "<rect x=\"\(x)\" y=\"\(length(y))\" width=\"\(width)\" "
        + "height=\"\(length(cellHeight))\" fill=\"\(ground)\"/>\n"
    }
    guard run.text.contains(where: { $0 != " " }) else { continue }
    let rule =
      "fill:\(text)" + (run.look.isBold ? ";font-weight:bold" : "")
      + (run.look.isDim ? ";opacity:.6" : "")
      + (run.look.isUnderlined ? ";text-decoration:underline" : "")
    let name = classes[rule] ?? "c\(classes.count)"
    classes[rule] = name
    body +=
      "<text class=\"\(name)\" x=\"\(x)\" y=\"\(length(y + baseline))\" "
      + "textLength=\"\(width)\">\(escaped(run.text))</text>\n"
  }
}
let width = length(2 * margin + Double(columns) * cellWidth)
let height = length(2 * margin + Double(lines.count) * cellHeight)
let rules = classes.sorted { $0.value < $1.value }.map { ".\($0.value){\($0.key)}" }
print(
  """
  <svg xmlns="http://www.w3.org/2000/svg" xml:space="preserve" viewBox="0 0 \(width) \(height)" width="\(width)" \
  height="\(height)" role="img" aria-label="The Keystile console under demonstration traffic">
  <style>text{font:14px ui-monospace,"DejaVu Sans Mono",Menlo,Consolas,monospace;white-space:pre}
  \(rules.joined(separator: "\n"))</style>
  <rect width="100%" height="100%" rx="6" fill="\(Palette.ground)"/>
  \(body)</svg>
  """)
