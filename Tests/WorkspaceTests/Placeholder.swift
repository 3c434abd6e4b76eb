import Testing

@Suite struct WorkspacePlaceholder {}
