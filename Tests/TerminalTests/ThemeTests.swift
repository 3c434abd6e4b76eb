import Terminal
import Testing

@Suite struct ThemeTests {
  @Test(
    arguments: [
      (256, nil, ColorDepth.palette256), (16, nil, .sixteen), (88, nil, .sixteen), (8, nil, .eight),
      (2, nil, .monochrome), (-1, nil, .monochrome), (16_777_216, nil, .eight),
      (256, "1", .monochrome), (256, "", .palette256),
    ] as [(Int, String?, ColorDepth)])
  func ladder(colors: Int, noColor: String?, depth: ColorDepth) {
    #expect(ColorDepth(colors: colors, noColor: noColor) == depth)
  }

  @Test(arguments: [Theme.dark, .light])
  func numbersFitTheirDepth(theme: Theme) {
    for color in Color.allCases {
      for depth in [ColorDepth.monochrome, .eight, .sixteen, .palette256] {
        let style = theme.resolve(Style(color, on: color), depth: depth)
        #expect(style.foreground < max(depth.rawValue, 0))
        #expect(style.background < max(depth.rawValue, 0))
      }
    }
  }

  /// Without colours the cursor, errors and unimportant text still differ from plain text.
  @Test(arguments: [Theme.dark, .light])
  func attributesStandForColours(theme: Theme) {
    let plain = theme.resolve(.plain, depth: .monochrome)
    #expect(plain.attributes == [])
    #expect(theme.resolve(.selected, depth: .monochrome).attributes.contains(.reverse))
    #expect(
      theme.resolve(.selectedWithoutFocus, depth: .monochrome).attributes.contains(.underline))
    for color in [Color.error, .warning, .accent, .muted, .marked, .match] {
      #expect(theme.resolve(Style(color), depth: .monochrome) != plain)
    }
  }

  @Test func plainTextKeepsTheTerminalsColours() {
    let style = Theme.dark.resolve(.plain, depth: .palette256)
    #expect(style.foreground == -1)
    #expect(style.background == -1)
  }
}
