import GatewayModel
import TemplateLanguage
import TestSupport
import Testing

@Suite struct TemplateLimitTests {
  @Test(arguments: [
    "#set($x='aaaaaaaaaaaaaaaa')#foreach($i in [1..100])#set($x=\"$x$x\")#end",
    "#foreach($i in [1..1000])#foreach($j in [1..1000])#foreach($k in [1..1000])$k#end#end#end",
    "#set($m={})#set($o=$m.put('m',$m))$m",
    "#set($l=[1])#foreach($i in [1..100])#set($o=$l.addAll($l))#end",
    "#set($l=[1])#foreach($i in [1..60])#set($l=[$l,$l])#end$l",
    "#set($l=[1])#set($k=[1])#foreach($i in [1..60])#set($l=[$l,$l])#set($k=[$k,$k])#end#if($l==$k)y#end",
    "#set($x=[1..100000])", "#set($m={})#set($m.m=$m)#set($n={})#set($n.m=$n)#if($m == $n)y#end",
  ])
  func whatGrowsWithoutEndIsStopped(template: String) throws {
    let template = try Template(template)
    #expect(throws: TemplateError.self) { try template.render(TemplateInput()) }
  }

  @Test func depthIsLimited() {
    for (open, close) in [("(", ")"), ("[", "]"), ("!", ""), ("{1:", "}")] {
      let inner =
        String(repeating: open, count: 5_000) + "$a" + String(repeating: close, count: 5_000)
      #expect(throws: TemplateIssue.self) { try Template("#set($x = \(inner))") }
    }
    let blocks =
      String(repeating: "#if($a)", count: 5_000) + String(repeating: "#end", count: 5_000)
    #expect(throws: TemplateIssue.self) { try Template(blocks) }
    let long = String(repeating: "$a + ", count: 5_000) + "$a"
    #expect(throws: Never.self) { try Template("#set($x = \(long))").render(TemplateInput()) }
  }

  @Test func sizeIsLimited() {
    let size = TemplateLimits.templateBytes
    #expect(throws: Never.self) { try Template(String(repeating: "a", count: size)) }
    #expect(throws: TemplateIssue.self) { try Template(String(repeating: "a", count: size + 1)) }
  }

  @Test func outputIsLimited() throws {
    let template = try Template("#foreach($i in [1..100])0123456789#end")
    #expect(
      try template.render(TemplateInput(), limits: .init(outputBytes: 1_000)).text.count == 1_000)
    #expect(throws: TemplateError.self) {
      try template.render(TemplateInput(), limits: TemplateLimits(outputBytes: 999))
    }
  }
}
