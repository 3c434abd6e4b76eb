import Testing

@Suite struct AdminCLIPlaceholder {}
