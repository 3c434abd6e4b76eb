import Testing

@Suite struct EnforcementPlaceholder {}
