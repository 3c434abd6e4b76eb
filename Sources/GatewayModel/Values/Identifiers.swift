/// The id of an API key: 10 lower-case letters and digits.
public typealias ApiKeyID = String
/// The id of a usage plan: 6 lower-case letters and digits.
public typealias UsagePlanID = String
/// The id of a REST API: 10 lower-case letters and digits.
public typealias RestApiID = String
/// The id of a resource: 6 lower-case letters and digits, 10 for the root.
public typealias ResourceID = String
/// The id of a deployment: 6 lower-case letters and digits.
public typealias DeploymentID = String
/// The name of a stage: letters, digits, `_` and `-`, at most 128.
public typealias StageName = String
/// The id of a request validator: 6 lower-case letters and digits.
public typealias RequestValidatorID = String
/// The id of an authorizer: 6 lower-case letters and digits.
public typealias AuthorizerID = String
/// The place of a line in the journal: 1 for the first; an entity's revision is the place of the
/// line that last changed it.
public typealias Sequence64 = UInt64
