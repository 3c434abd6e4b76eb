/// Every verb there is, in the order help lists them.
public enum VerbTable {
  /// The table.
  public static let all: [VerbSpec] =
    programVerbs + apiVerbs + openAPIVerbs + resourceVerbs + methodVerbs + templateVerbs
    + deployVerbs + stageVerbs
    + deploymentVerbs + keyVerbs + planVerbs + usageVerbs + explainVerbs
    + historyVerbs + journalVerbs + accessVerbs + documentVerbs
}
