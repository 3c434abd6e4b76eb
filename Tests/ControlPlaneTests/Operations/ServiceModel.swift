import Foundation
import TestSupport

/// The service's own model of API Gateway, as botocore has it, in the words of `OperationSpec`.
struct ServiceModel: Decodable {
  struct Member: Decodable, Hashable {
    var wire: String
    var kind: String
    var required: Bool
  }

  struct Operation: Decodable {
    var verb: String
    var path: String
    var status: Int
    var query: [String: Member]
    var body: [String: Member]
    var isRaw: Bool
  }

  /// What Python said when it could not read the model.
  struct Unreadable: Error {
    let text: String
  }

  var operations: [String: Operation]

  /// Whether the tests that need it run: where the machine has botocore, and where
  /// `KEYSTILE_REQUIRE_AWS_TOOLS` says that it has to have it.
  static let isWanted =
    ProcessInfo.processInfo.environment["KEYSTILE_REQUIRE_AWS_TOOLS"] != nil || isInstalled

  private static let isInstalled =
    (try? run("import botocore").waitForExit()) == .code(0)

  /// The model; a botocore that is there and cannot be read is an error.
  static let installed = Result { try load() }

  private static func run(_ program: String) throws -> ChildProcess {
    var environment = ProcessInfo.processInfo.environment
    let path = environment["PATH"] ?? "/usr/bin:/bin"
    environment["PATH"] = [environment["KEYSTILE_AWS_TOOLS"], path].compactMap { $0 }
      .joined(separator: ":")
    return try ChildProcess(
      ["/usr/bin/env", "python3", "-c", program], environment: environment)
  }

  private static func load() throws -> ServiceModel {
    let process = try run(script)
    guard try process.waitForExit() == .code(0) else { throw Unreadable(text: process.errorOutput) }
    return try JSONDecoder().decode(ServiceModel.self, from: Data(process.output.utf8))
  }

  private static let script = """
    import gzip, json, os, botocore
    base = os.path.dirname(botocore.__file__) + '/data/apigateway/2015-07-09/'
    model = json.load(gzip.open(base + 'service-2.json.gz'))
    shapes = model['shapes']
    words = {'string': 'text', 'boolean': 'boolean', 'integer': 'integer', 'long': 'integer',
             'double': 'number', 'float': 'number', 'timestamp': 'number', 'blob': 'raw'}
    def kind(name):
        shape = shapes[name]
        type = shape['type']
        if type == 'list': return 'list<' + kind(shape['member']['shape']) + '>'
        if type == 'map': return 'map<' + kind(shape['value']['shape']) + '>'
        if type == 'structure':
            inner = [m + ':' + kind(v['shape']) for m, v in sorted(shape['members'].items())]
            return '{' + ','.join(inner) + '}'
        return words[type]
    result = {}
    for name, op in model['operations'].items():
        shape = shapes.get(op.get('input', {}).get('shape', ''), {})
        path = op['http']['requestUri']
        query, body = {}, {}
        for member, value in shape.get('members', {}).items():
            wire = value.get('locationName', member)
            entry = {'wire': wire, 'kind': kind(value['shape']),
                     'required': member in shape.get('required', [])}
            where = value.get('location', 'body')
            if where == 'uri': path = path.replace('{' + wire + '}', '{' + member + '}')
            elif where == 'querystring': query[member] = entry
            elif where == 'body' and shape.get('payload') != member: body[member] = entry
        result[name] = {'verb': op['http']['method'], 'path': path,
                        'status': op['http'].get('responseCode', 200), 'query': query,
                        'body': body, 'isRaw': 'payload' in shape}
    print(json.dumps({'operations': result}))
    """
}
