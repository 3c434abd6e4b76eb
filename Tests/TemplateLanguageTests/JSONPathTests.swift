import GatewayModel
import TemplateLanguage
import Testing

@Suite struct JSONPathTests {
  static let store = """
    {"store": {"book": [
      {"category": "reference", "author": "Rees", "title": "Sayings", "price": 8.95},
      {"category": "fiction", "author": "Waugh", "title": "Sword", "price": 12.99},
      {"category": "fiction", "author": "Melville", "title": "Moby", "isbn": "05", "price": 8.99},
      {"category": "fiction", "author": "Tolkien", "title": "Lord", "isbn": "03", "price": 22.99}],
     "bicycle": {"color": "red", "price": 19.95}}, "expensive": 10, "a.b": {"c d": [1, 2, 3, 4]}}
    """

  @Test(arguments: [
    ("$.expensive", "10"), ("$['expensive']", "10"), ("expensive", "10"),
    ("$.store.bicycle.color", "\"red\""),
    ("$['a.b']['c d'][0]", "1"), ("$['a.b'][\"c d\"][-1]", "4"), ("$['a.b']['c d'][1:3]", "[2,3]"),
    ("$['a.b']['c d'][:2]", "[1,2]"), ("$['a.b']['c d'][-2:]", "[3,4]"),
    ("$['a.b']['c d'][0,2]", "[1,3]"),
    ("$['a.b']['c d'][9]", "\"\""), ("$['a.b']['c d'].length()", "4"),
    ("$['a.b']['c d'].sum()", "10.0"),
    ("$.store.book[*].author", "[\"Rees\",\"Waugh\",\"Melville\",\"Tolkien\"]"),
    ("$..author", "[\"Rees\",\"Waugh\",\"Melville\",\"Tolkien\"]"),
    ("$.store..price", "[8.95,12.99,8.99,22.99,19.95]"), ("$..book[2].title", "[\"Moby\"]"),
    ("$.store.bicycle.*", "[\"red\",19.95]"),
    ("$.store.bicycle['color','price']", "[{\"color\":\"red\",\"price\":19.95}]"),
    ("$.store.book[?(@.isbn)].title", "[\"Moby\",\"Lord\"]"),
    ("$.store.book[?(@.price < 10)].title", "[\"Sayings\",\"Moby\"]"),
    ("$.store.book[?(@.price <= $.expensive && @.category == 'fiction')].title", "[\"Moby\"]"),
    ("$.store.book[?(@.author == 'Rees' || @.author=='Waugh')].price", "[8.95,12.99]"),
    ("$.store.book[?(!(@.isbn))].title", "[\"Sayings\",\"Sword\"]"),
    ("$.store.book[?(@.author != \"Rees\")].price", "[12.99,8.99,22.99]"),
    ("$.store.book[?(@.author =~ /m.*/i)].title", "[\"Moby\"]"),
    ("$.store.book[?(@.author in ['Rees','Tolkien'])].title", "[\"Sayings\",\"Lord\"]"),
    ("$.nothing.at.all", "\"\""), ("$.store.book[?(@.nothing)]", "[]"),
  ])
  func reads(path: String, json: String) throws {
    let template = try Template("$input.json($stageVariables.p)")
    let input = TemplateInput(body: Self.store, stageVariables: ["p": path])
    #expect(try template.render(input).text == json)
  }

  @Test(arguments: [
    "$.a[::2]", "$.a.nosuch()", "$.a[(@.length-1)]", "$.a[?(@.b ~ 1)]", "$.a b", "", "$[", "$['a",
    "$.", "@.a",
    "$[?(@.a == )]",
  ])
  func namesWhatIsOutside(path: String) {
    let quoted = path.replacing("'", with: "''")
    let issues = Template.unsupported(in: "a\n $input.json('\(quoted)')")
    #expect(issues.count == 1)
    #expect(issues.first?.line == 2)
    #expect(issues.first?.column == 9)
    #expect(issues.first?.effect == .fails)
  }
}
