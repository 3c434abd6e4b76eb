import GatewayModel
import TemplateLanguage
import TestSupport
import Testing

/// Templates nobody meant: whatever they are, reading and rendering them ends and does not crash.
@Suite struct TemplateFuzzTests {
  static let seeds = [
    "#set($a = [1, 2.5, 'x', {\"k\": $b}])#foreach($i in $a)$i.get(0)#if($foreach.hasNext),#else.#end#end",
    "#if($input.path('$.a[?(@.b == 1)]').size() > 0 && !$x || 1 != 2)y#elseif($z)#{else}n#end",
    "$input.json('$..x[*]') $!{context.identity.sourceIp} $util.urlEncode(\"a $b c\") \\$a \\\\#end",
    "#define($d)#set($x = $x + 1)$x#end$d$d #* c *# #[[ raw ]]# ## line\n#macro(m)#end#m($a)",
    "#set($s = 'a,b')#foreach($p in $s.split(','))$p.replaceAll('(a|b)+', '[$1]')#break#end#stop",
    "#set($m = {})#set($m.a = {})#set($m['b'] = [0..5])$m $m.entrySet() $m.put('c', null).x[0]",
  ]
  static let pieces = [
    "$", "#", "(", ")", "{", "}", "[", "]", "\"", "'", "\\", "..", ".", ",", "!", "#if(", "#end",
    "#set(",
    "#foreach($i in ", "$a", "${", "$!{", "\n", "  ", "-1", "1e9", "==", "&&", "in ", "null", "ä",
    "😀", "\u{0}",
    "#define($q)", "#*", "*#", "##", "]]#", "#[[", "#else", "$input.path(", "'$.a'", "#break",
    "true",
  ]

  @Test func mutatedTemplatesEnd() {
    var random = SeededRandom()
    var rendered = 0
    let input = TemplateInput(
      body: "{\"a\":[{\"b\":1,\"x\":[1,2]}],\"x\":null}", path: [.init("id", "1")],
      context: JSONObject([("stage", "prod")]), stageVariables: ["v": "w"])
    for _ in 0..<4_000 {
      let template = Self.mutated(&random)
      guard let read = try? Template(template) else { continue }
      _ = try? read.render(input, limits: TemplateLimits(outputBytes: 65_536, steps: 20_000))
      rendered += 1
    }
    #expect(rendered > 100, "seed \(random.seed)")
  }

  @Test func mutatedPathsAndPatternsEnd() throws {
    var random = SeededRandom()
    let template = try Template(
      "$input.json($stageVariables.p)$stageVariables.t.replaceAll($stageVariables.r, 'x')")
    let paths = ["$.a[?(@.b == 1 && @.x in [1,'2'])].x[0:2]", "$..*['a','b'].length()"]
    let patterns = ["^(a|b+)*?c{1,3}[^x-z\\d]\\1$", "(?i)(?=a)\\p{L}+(?<n>.)|\\bq\\B"]
    for _ in 0..<4_000 {
      let input = TemplateInput(
        body: "{\"a\":[{\"b\":1,\"x\":[1,2]}]}",
        stageVariables: [
          "p": Self.scrambled(paths.randomElement(using: &random) ?? "", &random),
          "r": Self.scrambled(patterns.randomElement(using: &random) ?? "", &random),
          "t": "abcabccc1aabb",
        ])
      _ = try? template.render(input, limits: TemplateLimits(outputBytes: 65_536, steps: 20_000))
    }
    #expect(try Template("ok").constant == "ok", "seed \(random.seed)")
  }

  private static func mutated(_ random: inout SeededRandom) -> String {
    var text = Array(seeds[Int.random(in: 0..<seeds.count, using: &random)])
    for _ in 0..<Int.random(in: 0...4, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      switch Int.random(in: 0..<3, using: &random) {
      case 0: text.insert(contentsOf: pieces.randomElement(using: &random) ?? "", at: place)
      case 1:
        let end = min(text.count, place + Int.random(in: 0...6, using: &random))
        text.removeSubrange(place..<end)
      default:
        let end = min(text.count, place + Int.random(in: 0...20, using: &random))
        text.insert(
          contentsOf: text[place..<end], at: Int.random(in: 0...text.count, using: &random))
      }
    }
    return String(text)
  }

  private static func scrambled(_ text: String, _ random: inout SeededRandom) -> String {
    var text = Array(text)
    for _ in 0..<Int.random(in: 0...3, using: &random) {
      let place = Int.random(in: 0...text.count, using: &random)
      if Bool.random(using: &random), place < text.count {
        text.remove(at: place)
      } else {
        text.insert(
          Array("$@.[]()*+?{}|\\'\"0a,:=!<>").randomElement(using: &random) ?? "x", at: place)
      }
    }
    return String(text)
  }
}
