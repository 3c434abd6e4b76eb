import TemplateLanguage
import Testing

@Suite struct TemplateIssueTests {
  @Test(arguments: [
    ("a\n  #if($x", 2, 9), ("$input.nosuch()", 1, 8), ("#foreach($x of $y)#end", 1, 13),
    ("#set($x = )", 1, 11), ("x #parse('a')", 1, 3), ("#if(true)\n#set($a = [1 + 2])#end", 2, 14),
  ])
  func saysWhere(template: String, line: Int, column: Int) {
    let issues = Template.unsupported(in: template)
    #expect(issues.first.map { [$0.line, $0.column] } == [line, column])
    #expect(throws: TemplateIssue.self) { try Template(template) }
  }

  @Test func macrosAreTextAndSaidToBe() throws {
    let template = try Template("#macro(m $x)a#end#m(1)")
    #expect(template.issues.map(\.effect) == [.printsAsText, .printsAsText])
    #expect(Template.unsupported(in: "$!{a.b} #if($c)d#end").isEmpty)
  }

  @Test(arguments: [("", ""), ("{\"statusCode\": 200}", "{\"statusCode\": 200}"), ("a ## b", "a ")])
  func aTemplateWithoutReferencesIsConstant(template: String, text: String) throws {
    #expect(try Template(template).constant == text)
  }

  @Test func aTemplateWithReferencesIsNot() throws {
    #expect(try Template("$a").constant == nil)
    #expect(try Template("a #set($b = 1)").constant == nil)
  }
}
