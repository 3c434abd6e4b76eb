import GatewayModel
import TemplateLanguage
import Testing

@Suite struct MethodTests {
  @Test(arguments: [
    ("'foobar'", "length()", "6"), ("'äö😀'", "length()", "4"), ("''", "isEmpty()", "true"),
    ("'something'", "substring(3, 6)", "eth"), ("'abc'", "substring(1)", "bc"),
    ("'something'", "indexOf('e')", "3"), ("'abcabc'", "indexOf('b', 2)", "4"),
    ("'abcabc'", "lastIndexOf('b')", "4"), ("'abc'", "indexOf('x')", "-1"),
    ("'abc'", "charAt(1)", "b"), ("'abc'", "contains('bc')", "true"),
    ("'abc'", "startsWith('ab')", "true"), ("'abc'", "endsWith('ab')", "false"),
    ("'abc'", "equals('abc')", "true"), ("'1'", "equals(1)", "false"),
    ("'aBc'", "equalsIgnoreCase('AbC')", "true"), ("'b'", "compareTo('a')", "1"),
    ("'aBc'", "toUpperCase()", "ABC"), ("'aBc'", "toLowerCase()", "abc"),
    ("' a '", "trim()", "a"), ("'a'", "concat('b')", "ab"), ("'aXbX'", "replace('X', '.')", "a.b."),
    ("'foobar123bab'", "replaceAll('ba.', 'foo')", "foofoo123foo"),
    ("'a1b2'", "replaceAll('([a-z])(\\d)', '$2$1')", "1a2b"),
    ("'a1b2'", "replaceFirst('\\d', '')", "ab2"), ("'abc'", "replaceAll('', '-')", "-a-b-c-"),
    ("'123'", "matches('[0-9]*')", "true"), ("'d123'", "matches('[0-9]*')", "false"),
    (
      "'2020-01-20T08:00:00.000Z'",
      "matches('^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:00\\.000Z$')", "true"
    ),
    ("'a,b,,'", "split(',')", "[a, b]"), ("'a,b,c'", "split(',', 2)", "[a, b,c]"),
    ("'abc'", "split('')", "[a, b, c]"), ("',a'", "split(',')", "[, a]"),
    ("'a.b'", "split('\\.').size()", "2"), ("'x'", "valueOf(5)", "5"),
    ("'Aa'", "hashCode()", "2112"),
    ("'abc'", "get(1)", ""), ("'abc'", "substring(5)", nil), ("'a'", "nosuch()", nil),
    ("'a'", "matches('(')", nil), ("'a'", "replaceAll('a', '$1')", nil),
  ])
  func ofTexts(value: String, call: String, output: String?) {
    #expect(TemplateCase("#set($v = \(value))$v.\(call)", nil).result == output)
  }

  @Test(arguments: [
    ("[1,2,3]", "size()", "3"), ("[1,2]", "isEmpty()", "false"), ("[1,2]", "get(1)", "2"),
    ("[1,2]", "contains(1)", "true"), ("[1,2]", "contains(9)", "false"),
    ("[1,2]", "add(3)$v", "true[1, 2, 3]"),
    ("[1,2]", "add(0, 3)$v", "[3, 1, 2]"), ("[1,2]", "addAll([3])$v", "true[1, 2, 3]"),
    ("[1,2]", "remove(0)$v", "1[2]"), ("['a']", "remove('a')$v", "true[]"),
    ("[1,2]", "set(0, 9)$v", "1[9, 2]"), ("[1,2]", "indexOf(2)", "1"),
    ("[1,2,3]", "subList(1, 3)", "[2, 3]"), ("[1,2]", "containsAll([2])", "true"),
    ("[1,2]", "clear()$v", "[]"), ("[1]", "get(5)", nil), ("[1]", "equals([1])", "true"),
    ("{'a':1,'b':2}", "size()", "2"), ("{'a':1}", "get('a')", "1"), ("{'a':1}", "get('b')", ""),
    ("{'a':1}", "put('a', 2)$v", "1{a=2}"), ("{'a':1}", "put('k', null)|$v.k", "|"),
    ("{'a':1}", "putAll({'b': 2})$v", "{a=1, b=2}"), ("{'a':1}", "containsKey('a')", "true"),
    ("{'a':1}", "containsValue(2)", "false"), ("{'a':1}", "keySet()", "[a]"),
    ("{'a':1,'b':2}", "values()", "[1, 2]"), ("{'a':1}", "entrySet()", "[a=1]"),
    ("{'a':1}", "remove('a')$v", "1{}"), ("{'a':1}", "toString()", "{a=1}"),
    ("{'a':1}", "getOrDefault('b', 7)", "7"), ("{'a':1}", "putIfAbsent('a', 2)$v", "1{a=1}"),
    ("0", "parseInt('12')", "12"), ("0", "parseInt('x')", nil),
    ("0.0", "parseDouble('1.5')", "1.5"),
    ("3.9", "intValue()", "3"), ("3", "doubleValue()", "3.0"), ("true", "toString()", "true"),
  ])
  func ofListsMapsAndNumbers(value: String, call: String, output: String?) {
    #expect(TemplateCase("#set($v = \(value))$v.\(call)", nil).result == output)
  }

  @Test func entriesAreVisited() {
    #expect(
      TemplateCase(
        "#set($m={'a':1,'b':2})#foreach($e in $m.entrySet())$e.key=$e.value;$e.getKey() #end", nil
      ).result == "a=1;a b=2;b ")
  }

  @Test(arguments: [
    ("(a|b)*c", "ababc", true), ("a{2,3}", "aaaa", false), ("a{2}", "aa", true),
    ("(?i)abc", "AbC", true), ("[^x-z]+", "abc", true), ("[\\w.-]+@[\\w.-]+", "a.b@c-d", true),
    ("(.)\\1", "aa", true), ("(?=a)a", "a", true), ("(?!b)a", "a", true),
    ("\\p{Lu}\\p{L}*", "Äbc", true),
    ("(a*)*b", "aaab", true), ("a+?b", "aab", true), ("a||b", "", true), ("(?<x>a)\\1", "aa", true),
    ("[]a]", "]", true), ("\\bfoo\\b", "foo", true), ("x.z", "x\nz", false), ("[a-c&]", "&", true),
    ("(a|ab)(c|bcd)", "abcd", true), ("(?:ab){0,2}", "abab", true),
  ])
  func patterns(pattern: String, text: String, isMatched: Bool) throws {
    let template = try Template("#set($t = $input.path('$.t'))$t.matches($input.path('$.p'))")
    let body = JSONValue.object(
      JSONObject([("t", .string(text)), ("p", .string(pattern))])
    ).text
    #expect(try template.render(TemplateInput(body: body)).text == String(isMatched))
  }

  @Test func aPatternThatNeverEndsIsStopped() throws {
    let template = try Template(
      "#set($a='\(String(repeating: "a", count: 60))')$a.matches('(a+)+b')")
    #expect(throws: TemplateError.self) { try template.render(TemplateInput()) }
  }
}
