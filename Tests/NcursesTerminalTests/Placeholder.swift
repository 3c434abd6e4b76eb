import Testing

@Suite struct NcursesTerminalPlaceholder {}
