import GatewayModel
import TemplateLanguage
import Testing

/// `$input`, `$context`, `$stageVariables` and `$util`.
@Suite struct ObjectTests {
  static let body = """
    {"name": "Ann", "tags": ["a", "b"], "address": {"city": "Ulm", "zip": null}, "n": 1.5,
     "items": [{"id": 1, "price": 8.95}, {"id": 2, "price": 12}], "empty": [], "on": true}
    """
  static let input = TemplateInput(
    body: body, path: [.init("id", "p7")], querystring: [.init("q", "1"), .init("q", "2")],
    header: [.init("X-Trace", "t"), .init("Accept", "*/*")],
    context: JSONObject([
      ("stage", "prod"), ("identity", .object(JSONObject([("sourceIp", "192.0.2.1")]))),
    ]),
    stageVariables: ["url": "example.com", "a-b": "dash"])

  @Test(arguments: [
    ("$input.json('$.name')", "\"Ann\""),
    ("$input.json('$.address')", "{\"city\":\"Ulm\",\"zip\":null}"),
    ("$input.json('$.missing')", "\"\""), ("$input.json('$.tags')", "[\"a\",\"b\"]"),
    ("$input.json('$.n')|$input.json('$.on')", "1.5|true"),
    ("$input.path('$.name')", "Ann"), ("$input.path('$.missing')|", "|"),
    ("$input.path('$.empty')", "[]"),
    ("$input.path('$.address')", "{city=Ulm, zip=null}"), ("$input.path('$.items')[0].id", "1"),
    ("$input.path('$.items')", "[{\"id\":1,\"price\":8.95},{\"id\":2,\"price\":12}]"),
    ("#set($r = $input.path('$'))$r.tags.size() $r.address.city", "2 Ulm"),
    ("#foreach($i in $input.path('$.items'))$i.id#if($foreach.hasNext),#end#end", "1,2"),
    ("#if($input.path('$.address.zip') == '')y#end", "y"),
    ("#if($input.path('$.missing') == $null)y#end", "y"),
    (
      "$input.params('id') $input.params('q') $input.params('x-trace')|$input.params('no')",
      "p7 2 t|"
    ),
    ("$input.params().path.id $input.params().header.get('Accept')", "p7 */*"),
    ("#foreach($k in $input.params().header.keySet())$k #end", "X-Trace Accept "),
    ("$input.params().querystring", "{q=2}"),
    ("$context.stage $context.identity.sourceIp", "prod 192.0.2.1"),
    ("$context.nothing.more|", "|"),
    ("$stageVariables.url ${stageVariables.url}", "example.com example.com"),
    ("$stageVariables['a-b'] $stageVariables.get('a-b')", "dash dash"),
    ("$input.body.name|", "|"), ("$input.size()", ""),
  ])
  func reading(template: String, output: String) {
    #expect(TemplateCase(template, output, Self.input).result == output)
  }

  @Test(arguments: [
    ("$util.urlEncode('a b&c/ä*')", "a+b%26c%2F%C3%A4*"), ("$util.urlDecode('x%3Da+b')", "x=a b"),
    ("$util.base64Encode('Hello')", "SGVsbG8="), ("$util.base64Decode('SGVsbG8=')", "Hello"),
    ("$util.escapeJavaScript(\"it's\")", "it\\'s"),
    ("$util.escapeJavaScript('{\"a\":\"b/c\"}')", "{\\\"a\\\":\\\"b\\/c\\\"}"),
    ("$util.escapeJavaScript('ä')", "\\u00E4"),
    ("$util.parseJson('[1,2,3]')[0]", "1"),
    ("#set($o = $util.parseJson('{\"k\":{\"arr\":[1,2]}}'))$o.k.arr[1]", "2"),
    ("$util.escapeJavaScript($input.json('$.name'))", "\\\"Ann\\\""),
  ])
  func utilities(template: String, output: String) {
    #expect(TemplateCase(template, output, Self.input).result == output)
  }

  @Test(arguments: [nil, ""])
  func aRequestWithoutABodyHasAnEmptyObject(body: String?) {
    #expect(
      TemplateCase("$input.body $input.json('$') $input.path('$.a')", nil, body: body).result
        == "{} {} ")
  }

  @Test func aBodyThatIsNoJSONIsTheClientsFault() throws {
    let template = try Template("$input.body $input.json('$')")
    #expect(throws: TemplateError.bodyIsNotJSON("expected a value at byte 0")) {
      try template.render(TemplateInput(body: "<xml/>"))
    }
    #expect(try Template("$input.body").render(TemplateInput(body: "<xml/>")).text == "<xml/>")
  }

  @Test func overridesComeOut() throws {
    let template = try Template(
      """
      #set($context.requestOverride.header.A = "1")
      #set($context.requestOverride.path.id = $input.params('id'))
      #set($context.responseOverride.status = 444)
      #set($context.responseOverride.header.foo = "bar")
      """)
    let rendered = try template.render(Self.input)
    #expect(rendered.text == "")
    #expect(rendered.responseOverride.text == "{\"header\":{\"foo\":\"bar\"},\"status\":444}")
    #expect(rendered.requestOverride["path"]?.text == "{\"id\":\"p7\"}")
    let second = try Template("$context.responseOverride.status").render(
      TemplateInput(responseOverride: rendered.responseOverride))
    #expect(second.text == "444")
  }

  @Test func documentedExampleOfAllParameters() {
    let template = """
      #set($allParams = $input.params())
      {
        "params" : {
          #foreach($type in $allParams.keySet())
          #set($params = $allParams.get($type))
          "$type" : {
            #foreach($paramName in $params.keySet())
            "$paramName" : "$util.escapeJavaScript($params.get($paramName))"
            #if($foreach.hasNext),#end
            #end
          }
          #if($foreach.hasNext),#end
          #end
        }
      }
      """
    let text = TemplateCase(template, nil, Self.input).result ?? ""
    let blankless = text.filter { !$0.isWhitespace }
    #expect(
      blankless == "{\"params\":{\"path\":{\"id\":\"p7\"},\"querystring\":{\"q\":\"2\"},"
        + "\"header\":{\"X-Trace\":\"t\",\"Accept\":\"*\\/*\"}}}")
  }

  @Test func documentedExampleOfItems() {
    let template = """
      #set($inputRoot = $input.path('$'))
      {"choices": [
      #foreach($elem in $inputRoot.items)
        {"id": "$elem.id", "price": "$elem.price"}#if($foreach.hasNext),#end
      #end
      ]}
      """
    #expect(
      TemplateCase(template, nil, Self.input).result?.filter { !$0.isWhitespace }
        == "{\"choices\":[{\"id\":\"1\",\"price\":\"8.95\"},{\"id\":\"2\",\"price\":\"12\"}]}")
  }
}

extension JSONObject {
  var text: String { JSONValue.object(self).text }
}
