package issue
import ("testing";"os";"strings";"fmt")
func TestD2(t *testing.T){
 q:=os.Getenv("T"); if q=="" {t.Skip()}
 b,_:=os.ReadFile("../eval/testdata/issues/"+os.Getenv("I")+".issue"); is,err:=Parse("x",string(b)); if err!=nil {t.Fatal(err)}
 m:=NewMatcher(is); _,r:=wanted("for direct asserted "+q)
 r.Key="person:somebody"
 fmt.Println(len(m.Assign(r,"")))
    s:=m.issues[0].scene(r)
    for _,it:=range s.items { fmt.Println("  item",s.text(it.first,it.end),"kind",it.kind,"class",it.class,"sign",it.sign,"head",it.kind!=target||s.isHead(it,len(s.ws))) }
    for _,sen:=range s.sentences{ for _,c:=range s.clauses(sen[0],sen[1]){ fmt.Printf("  clause %q skip %v: %+v\n",s.text(c[0],c[1]),s.skip[c[0]],s.read(c[0],c[1],true)) } }
    fmt.Println(told(m,r), s.conditions)
}
func TestDebug(t *testing.T){
 q:=os.Getenv("Q"); if q=="" {t.Skip()}
 files:=[]string{"testdata/positions.txt","testdata/positions_more.txt","testdata/positions_kinds.txt"}
 for _,f:=range files { b,_:=os.ReadFile(f)
  for _,part:=range strings.Split(string(b),".issue --\n")[1:] {
   d,l,_:=strings.Cut(part,"-- statements --\n"); is,_:=Parse(f,d); m:=NewMatcher(is)
   for line:=range strings.Lines(l){ if !strings.Contains(line,q){continue}
    _,r:=wanted(strings.TrimSpace(line)); r.Key="person:"+slug(is.Sides[0].Members[0])
    s:=m.issues[0].scene(r)
    for _,it:=range s.items { fmt.Println("  item",s.text(it.first,it.end),"kind",it.kind,"class",it.class,"sign",it.sign,"head",it.kind!=target||s.isHead(it,len(s.ws))) }
    for _,sen:=range s.sentences{ for _,c:=range s.clauses(sen[0],sen[1]){ fmt.Printf("  clause %q skip %v: %+v\n",s.text(c[0],c[1]),s.skip[c[0]],s.read(c[0],c[1],true)) } }
    fmt.Println(line, told(m,r), s.conditions)
 }}}}
