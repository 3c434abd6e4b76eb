import Testing

@Suite struct DataPlanePlaceholder {}
