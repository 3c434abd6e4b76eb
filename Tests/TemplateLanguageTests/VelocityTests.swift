import GatewayModel
import TemplateLanguage
import Testing

/// What Velocity 1.7 makes of a template, as recorded answers of API Gateway show it.
@Suite struct VelocityTests {
  @Test(arguments: [
    TemplateCase("<html></html>", "<html></html>"),
    TemplateCase("Hello $ ", "Hello $ "),
    TemplateCase("$5.00 costs $1", "$5.00 costs $1"),
    TemplateCase("Hello $name.", "Hello ."),
    TemplateCase("Hello $!name", "Hello "),
    TemplateCase("$!foo.get(1) $!{foo}", " "),
    TemplateCase("Hello $", nil),
    TemplateCase("a #", nil),
    TemplateCase("color: #13ff93, \"#\"", "color: #13ff93, \"#\""),
    TemplateCase("#1 #ff0000 # #a", "#1 #ff0000 # #a"),
    TemplateCase("#set($a=1)$a.1 $a. $a.b $$a", "1.1 1.  $1"),
    TemplateCase("#set($n='World')Hello $n}. ${n}s", "Hello World}. Worlds"),
    TemplateCase("$foo-bar|${foo.bar}baz", "|baz"),
    TemplateCase("${a b", nil),
    TemplateCase("$a[x]", nil),
    TemplateCase("#set($_x=2)$_x", "2"),
  ])
  func textAndReferences(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("## c\nStuff\nMore## $blah", "Stuff\nMore"),
    TemplateCase("Stuff#*\n more *#\n and", "Stuff\n and"),
    TemplateCase("a #* b", "a "),
    TemplateCase("a#[[ $x #if ]]#b", "a $x #if b"),
    TemplateCase("#if(true)\nhello##\n#end", "hello"),
    TemplateCase("a\n  #if(true)\n  b\n  #end\nc", "a\n    b\n  c"),
    TemplateCase(
      "a\n  #if(false)\n  b\n  #elseif(true)  \n  c\n  #else\n  d\n  #end   \ne", "a\n    c\n  e"),
    TemplateCase("a  #set($x=1)b", "a  b"),
    TemplateCase("#set($y=2)  #set($x=1)b", "b"),
    TemplateCase("$y  #set($x=1)b", "b"),
    TemplateCase("\n  #set( $o = {\n  \"a\": 1\n} )\n  {$o.a}", "\n    {1}"),
    TemplateCase("#set($x = 1) z", " z"),
    TemplateCase("#foreach($i in [1,2])  \n $i\n#end\nz", " 1\n 2\nz"),
    TemplateCase("#set($v=[\"Hello \", 7])\n#foreach($x in $v)$x#end\n\nb", "Hello 7\nb"),
    TemplateCase("{#if(true)\"a\":1#end}", "{\"a\":1}"),
    TemplateCase("hello #stop world", "hello "),
    TemplateCase("#if\n(true)y#end", "y"),
  ])
  func commentsAndBlanks(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("#set($e = \"foo\")\\$e \\\\$e", "$e \\foo"),
    TemplateCase("\\ \\\\ \\# \\$ x", "\\ \\\\ \\# \\$ x"),
    TemplateCase("\\#end \\# end", "#end \\# end"),
    TemplateCase("#set($e = 1)\\#set( $e = 2 )", "#set( 1 = 2 )"),
    TemplateCase("\\#if \\\\#if(true)x#end \\\\\\#if", "#if \\x \\#if"),
    TemplateCase("\\\\#set($a=1)$a", "\\\\1"),
    TemplateCase("#set($a=1)\\$!a \\\\$!a \\$!{a} \\${a}", "$!a \\1 $!{a} ${a}"),
  ])
  func backslashes(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("#if($x)a#{else}b#end", "a"),
    TemplateCase("#if($x == $null)y#end#if($x == \"\")z#end", "yz"),
    TemplateCase("#if(!$x)a#{else}b#end", "b"),
    TemplateCase("#if(\"\")a#{else}b#end#if(0)a#{else}b#end#if('t')a#{else}b#end", "bbb"),
    TemplateCase("#set($x=false)#if($x)a#elseif($x == false)b#{else}c#end", "b"),
    TemplateCase("#set($x = !true || true)$x", "true"),
    TemplateCase("#set($x = 5 > 3 && 2 < 1 or true)$x", "true"),
    TemplateCase("#set($x = 1)#if($x eq 1 and not ($x ge 2))y#end", "y"),
    TemplateCase("#if(1==\"1\")y#end#if(true == 'true')y#end", "yy"),
    TemplateCase("#if(\"a\" < \"b\")y#{else}n#end", "n"),
    TemplateCase("#if(true)x", nil),
    TemplateCase("x#end", nil),
    TemplateCase("x#else y", nil),
    TemplateCase("#if(true)#else a#else b#end", nil),
  ])
  func conditions(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("#set($a = 5 * 4 - 2)$a #set($b = 2 + 5 * 4)$b", "1822"),
    TemplateCase("#set($a = (1 + 2) * 3)$a #set($a = 1 + 2 == 3)$a", "9true"),
    TemplateCase("#set($a = 4 > 2 + 5)$a", "false"),
    TemplateCase("#set($x=7/2)$x,#set($x=7%4)$x,#set($x=-7/2)$x,#set($x=7.5%2)$x", "3,3,-3,1.5"),
    TemplateCase("#set($a = 100.0 / 50)$a #set($x = .5*.1)$x", "2.00.05"),
    TemplateCase("#set($x=5/0)$x", ""),
    TemplateCase("#set($x=2147483647+1)$x", "2147483648"),
    TemplateCase("#set($x=9223372036854775807+1)$x", nil),
    TemplateCase("#set($x=1.0)$x|#set($x=1e10)$x|#set($x=0.0001)$x", "1.0|1.0E10|1.0E-4"),
    TemplateCase("#set($x=123456789.5)$x", "1.234567895E8"),
    TemplateCase("#set($x='1'+2)$x#set($x=1+'2')$x", "1212"),
    TemplateCase("#set($a=5)#set($x = $a -1)$x", nil),
    TemplateCase("#set($a=5)#set($x = $a - 1)$x", "4"),
    TemplateCase("#set($a=[1,2])$a.get(1 + 0)", nil),
    TemplateCase("#set($a = $b = 1)", nil),
  ])
  func arithmetic(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("#set($d = '{\"a\": 2}')$d", "{\"a\": 2}"),
    TemplateCase("#set($d = \"{\"\"a\"\": 2}\")$d", "{\"a\": 2}"),
    TemplateCase("#set($x = 'it''s')$x#set($x='$a')$x", "it's$a"),
    TemplateCase("#set($n = \"\\\\batman\\nand\")$n", "\\\\batman\\nand"),
    TemplateCase("#set($x=\"\\u0041\")$x", "A"),
    TemplateCase("#set($n='Steve')#set($h=\"hello, $n \\$n\")$h", "hello, Steve $n"),
    TemplateCase("#set($x = \"C:\\\")$x #set($y = \"q\")$y", "C:\\q"),
    TemplateCase("#set($x = \"a\\\"b\")$x", nil),
    TemplateCase("#set($x=\"#if(true)y#{else}n#end\")$x", "y"),
    TemplateCase("#set($x=\"a #end\")$x", nil),
    TemplateCase("#set($x = \"never", nil),
    TemplateCase("#set($x = \"$5 and $\")$x", "$5 and $"),
  ])
  func texts(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("#foreach($i in [5..-2])$i,#end", "5,4,3,2,1,0,-1,-2,"),
    TemplateCase("#foreach ($i in [1, 2, 3])$i#if ($velocityHasNext);#end#end", "1;2;3"),
    TemplateCase(
      "#foreach($i in [1..2])$foreach.index$foreach.count$foreach.hasNext$foreach.first,#end",
      "01truetrue,12falsefalse,"),
    TemplateCase("#foreach($i in [7,8])$velocityCount$foreach.last,#end", "1false,2true,"),
    TemplateCase(
      "#foreach ($j in [1,2])#foreach ($i in [3,4])$foreach.count,#end$foreach.count|#end",
      "1,2,1|1,2,2|"),
    TemplateCase("#set($i = 1)$i,#foreach ($i in [2, 3])$i,#set($i = $i)#end$i", "1,2,3,1"),
    TemplateCase("#foreach($i in [1..3])$i#if($i==2)#break#end#end z", "12 z"),
    TemplateCase("a#break b", "a"),
    TemplateCase("#foreach($i in {\"a\":1,\"b\":2})$i,#end", "1,2,"),
    TemplateCase("#foreach($i in 5)$i#end#foreach($i in 'a')$i#end#foreach($i in $x)a#end", ""),
    TemplateCase("#set($n=3)#foreach($i in [0..$n])$i#end", "0123"),
    TemplateCase(
      "#foreach($i in [1..2000])#end#set($l=[])#foreach($i in [1..2000])#set($o=$l.add(1))#end$l.size()",
      "1000"),
    TemplateCase("#foreach($e in {\"a\":1}.entrySet())$e.key#end", nil),
    TemplateCase("#foreach($i in [1])$i", nil),
  ])
  func loops(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("#define( $f )$c#end\n#set( $c = 'a' )$f#set( $c = 'b' )$f", "ab"),
    TemplateCase("#define ( $hello)hi#end$hello()$hello()", "hi()hi()"),
    TemplateCase("#define($s)$foreach.index#end#foreach($x in [1,2,3])$s#end", "012"),
    TemplateCase("#define($b)[$b]#end$b", "[[$b]]"),
    TemplateCase("#macro(tryme)x#end#tryme()", "#tryme()"),
    TemplateCase("#evaluate($source)", "#evaluate($source)"),
    TemplateCase("#return($v1)", "#return($v1)"),
    TemplateCase("#parse('x')", nil),
  ])
  func definitions(row: TemplateCase) {
    #expect(row.result == row.output)
  }

  @Test(arguments: [
    TemplateCase("#set($a={})#set($a.b='x')$a.b $a", "x {b=x}"),
    TemplateCase("#set($l=[1,2])#set($l[0]='q')$l $l[-1]", "[q, 2] 2"),
    TemplateCase("#set($k='bar')#set($d={})#set($d[$k]='foo')$d", "{bar=foo}"),
    TemplateCase("#set($x.y.z='1')$x", ""),
    TemplateCase("#set($m = {\"a\" : {\"b\" : 1}})$m.a.b $m['a']['b'] ${m[\"a\"].b}", "1 1 1"),
    TemplateCase("#set($x = [\"a\", 1, true, {\"b\": [2]}])$x", "[a, 1, true, {b=[2]}]"),
    TemplateCase("#set($a = 'k')#set($x = {$a: 1})$x", "{k=1}"),
    TemplateCase("#set($x = {a: 1})$x", nil),
    TemplateCase("#set($l=[1])$l[3]", nil),
  ])
  func listsAndMaps(row: TemplateCase) {
    #expect(row.result == row.output)
  }
}
