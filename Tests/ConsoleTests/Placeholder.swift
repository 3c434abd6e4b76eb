import Testing

@Suite struct ConsolePlaceholder {}
