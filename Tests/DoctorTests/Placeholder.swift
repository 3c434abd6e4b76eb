import Testing

@Suite struct DoctorPlaceholder {}
