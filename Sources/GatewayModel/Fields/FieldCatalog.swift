/// The editable fields of every form, declared once for the console and the command line.
public enum FieldCatalog {
  /// A field by the name errors give it, or nil if the form has none.
  ///
  /// - Parameters:
  ///   - name: For example `quota.limit`.
  ///   - fields: A form's fields, for example `FieldCatalog.usagePlan`.
  public static func field(_ name: String, of fields: [FieldSpec]) -> FieldSpec? {
    fields.first { $0.name == name }
  }

  static func tags() -> FieldSpec {
    FieldSpec(
      "tags", "Tags", .pairs(maximumCount: TagRules.maximumCount),
      help: "Labels of your own, as name=value,name=value."
    ) { (text) throws(CommandError) in
      try TagRules.check(NamedPairs(text, field: "tags").values)
    }
  }
}
