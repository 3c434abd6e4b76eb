import Testing

@Suite struct HTTPClientPlaceholder {}
