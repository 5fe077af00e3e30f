package sandbox

import (
	"math/rand/v2"
	"regexp"
	"slices"
)

// A grammar makes scripts: rules by name, each with its alternatives. In these {name} stands
// for what the rule of that name makes. An alternative without one ends a script that has
// become long.
type grammar map[string][]string

// hostile makes scripts of all that JavaScript, Gizmo and our verbs have, in senseless order.
var hostile = grammar{
	"program": {"{s}", "{s}\n{s}", "{s}\n{s}\n{s}", "{s}\n{s}\n{s}\n{s}\n{e}", "{caught}\n{caught}\n{caught}\n{caught}\n{s}", "{caught}\n{caught}\n{rows}", "{caught}\n{e}"},
	"caught":  {"try { {s} } catch (e) { x = e }", "try { {s} {s} } catch { {s} }", "try { {rows} } catch (e) { g.emit({a: e}) }"},
	"s": {
		"{e};", "{e};", "var {v} = {e};", "let {v} = {e};", "const [{v}, ...rest] = {e};", "var {a, ...{v}} = {e};", "{v} = {e};", "g.emit({e});", "g.emit({a: {e}, b: {e}});",
		"console.log({e});", "{rows};", "for (let i = 0; i < {n}; i++) { {s} }", "for (const x of {e}) { {s} }", "for (const k in {e}) { {s} }", "while ({e}) { {s} break }",
		"try { {s} } catch (e) { {s} } finally { {s} }", "throw {e};", "throw {toString() { {s} return {e} }};", "if ({e}) { {s} } else { {s} }", "switch ({e}) { case {e}: {s} default: {s} }",
		"function {v}({v2}) { {s} return {e} }", "class K extends {e} { constructor() { super(); {s} } get x() { return {e} } static y = {e} }",
		"(function f(n) { if (n > 0) f(n - 1); {s} })({n});", "(function f() { f(); })();", "function* gen() { yield {e}; yield* gen() } for (const x of gen()) { {s} break }",
		"(async () => { await {e}; {s} })();", "Promise.resolve({e}).then(x => { {s} });", "{tamper};", "label: for (;;) { {s} break label }", "while (true) {}", "for (;;) { {s} }",
		"eval({text});", "new Function({text})();", "{e}.length = {n};", "delete {v}.{name};", "{v}.{name} = {e};", "var o = {get x() { {s} return this.x }}; o.x;", "debugger;", ";",
	},
	"rows": {"{path}.all()", "{path}.All()", "{path}.getLimit({n})", "{path}.forEach(function (d) { {s} })", "{path}.forEach({n}, d => g.emit(d))", "{list}.show({columns})", "{path}.toArray()"},
	"e": {
		"{v}", "{n}", "{text}", "{path}", "{rows}", "{list}", "{table}", "null", "undefined", "this", "globalThis", "arguments", "[]", "({})", "[{e}, {e}]", "[...{e}]", "({a: {e}, [{e}]: {e}})", "({...{e}})",
		"({e}, {e})", "({e} + {e})", "({e} * {e})", "({e} ** {e})", "({e} in {e})", "({e} instanceof {e})", "({e} ? {e} : {e})", "!{e}", "typeof {e}", "void {e}", "-{e}", "`{name}${{e}}`",
		"(() => { {s} return {e} })()", "(x => {e})({e})", "{e}.{name}", "{e}[{e}]", "{e}?.{name}?.({e})", "{e}({e})", "new {e}({e})", "new Array({big}).fill({e})", "new Array({big}).join({text})",
		"{text}.repeat({big})", "Array.from({length: {big}}, (_, i) => {e})", "new Uint8Array({big})", "new Map([[{e}, {e}]])", "new Set({e})", "new WeakMap()", "Symbol({text})", "Symbol.iterator",
		"new Proxy({e}, {get(t, k) { return {e} }, has() { return {e} }, ownKeys() { return {e} }})", "new Proxy({}, {get: () => { throw {e} }})", "Reflect.ownKeys({e})", "Object.entries({e})", "Object.assign({}, {e})",
		"Object.freeze({e})", "JSON.stringify({e})", "JSON.parse({text})", "{e}.toString()", "String({e})", "Number({e})", "BigInt({n})", "new Date({e})", "Math.max(...{e})", "{regex}.test({text})", "{text}.replace({regex}, {e})", "{text}.split({regex})",
		"{e}.map(x => {e})", "{e}.filter(x => {e})", "{e}.reduce((a, b) => {e}, {e})", "{e}.sort(() => {e})", "{e}.flatMap(x => {e})", "{e}.concat({e})", "({toString() { return {e} }, valueOf() { throw {e} }, toJSON() { return this }})",
		"[[[[{e}]]]]", "(a => { a.push(a); return a })([{e}])", "(o => { o.o = o; return o })({a: {e}})", "{verb}", "{verb}", "Error({text})", "params", "vocabulary", "g", "graph", "console", "require", "process",
	},
	"path": {"g.V({nodes})", "g.V()", "g.M()", "g.V({nodes}).{step}", "g.V({nodes}).{step}.{step}", "{path}.{step}", "{path}.{step}.{step}", "find({wanted})", "graph.Vertex({nodes}).{step}"},
	"step": {
		"In({preds})", "Out({preds})", "Both({preds})", "in({preds})", "out({preds})", "Has({preds}, {nodes})", "has({preds}, {nodes})", "HasR({preds}, {nodes})", "Tag({text})", "as({text})", "Save({preds}, {text})", "save({preds}, {text})", "saveR({preds}, {text})",
		"SaveOpt({preds}, {text})", "Back({text})", "And({path})", "Or({path})", "Union({path})", "Intersect({path})", "Except({path})", "Difference({path})", "Follow({path})", "FollowR({path})", "followRecursive({preds})", "Unique()", "Skip({n})", "Limit({n})",
		"LabelContext({nodes})", "Labels()", "InPredicates()", "OutPredicates()", "SaveInPredicates({text})", "Is({nodes})", "Filter(regex({text}))", "Filter(like({text}))", "Filter(gt({e}))", "filter(lt({e}), gte({e}))", "Count()", "Order()", "Map({e})", "Iterate({e})",
		"facts()", "facts([{preds}])", "statements()", "contrasts()", "{name}({e})", "Tag([{text}, {text}])", "In({e})", "Has({e}, {e})",
	},
	"list":    {"picked({wanted})", "answered({wanted})", "{path}.statements()", "{path}.contrasts()", "contrastsOf([{nodes}])", "statementsOf([{nodes}, {e}])", "factsOf([{nodes}], [{preds}])", "paired({nodes})", "{list}.answers()", "{list}.filter(within({wanted}))", "{list}.known({attr})", "{list}.among({attr}, [{nodes}, {e}])", "{list}.read({attr})", "[{e}, {e}]", "{list}.slice({n})", "{table}.rows()"},
	"table":   {"{list}.table({attr}, {attr})", "{list}.table({columns})", "{table}.once()", "{table}.having({attr2})", "{table}.tally({attr}, {attr})[0]", "{table}.among({attr}, {table}, {attr})", "{table}.from({attr}, {e})", "{table}.inOrder()", "{table}.apart({attr})", "{table}.fill({attr}, {e})", "{table}.least({attr}, {attr})", "{table}.doing({text})", "{table}.alike({attr}, {attr})"},
	"verb":    {"names([{nodes}, {e}])", "nodesInto([{nodes}], {preds})", "contrastsBy({text}, [{e}])({e})", "answersTo({e})", "answersOf({e})", "bare({e})", "within({e})({e})", "does({e}, {e})", "distinct({e})", "percent({e}, {e})", "median({e})", "daysApart({e}, {e})", "sayingsOf({nodes})", "tally({e}, x => {e}, x => {e})", "iri({e})", "str({e})", "regex({text})", "statementsWith({e}, {e})", "answersWith({e}, {e}, {e})", "knownIn({e}, {e})", "amongIn({e}, {e}, {e})", "showAll({e}, {e})", "tableOf({e}, {e})", "{table}.{name}", "{table}.count({attr})", "{table}.distinct({attr})", "{table}.values({attr})"},
	"wanted":  {"{}", "{kind: {nodes}}", "{speaker: {nodes}, side: {nodes}}", "{since: {text}}", "{outlet: {e}}", "{about: {nodes}}", "{e}", "{min_confidence: {e}}", "{target: {e}}"},
	"columns": {"{a: {attr}}", "{a: {attr}, b: [{attr}, {attr}]}", "{a: x => {e}}", "{a: {e}}", "{answers: [{table}, {attr}]}", "{e}", "{length: \"length\", once: \"once\"}"},
	"attr":    {`"id"`, `"speaker"`, `"words"`, `"when"`, `"when.month"`, `"claim.id"`, `"counter.speaker"`, `"outlet"`, `"kinds"`, `"about"`, `"score"`, `"__proto__"`, `"constructor"`, "{text}", "{e}"},
	"attr2":   {"{side: {text}}", "{[{attr}]: {e}}", "{e}"},
	"nodes":   {`"<actor:china>"`, `"<actor:mandiant>"`, `"<kind:denial>"`, `"<class:statement>"`, `"<class:contrast>"`, `"<month:2013-03>"`, `"actor:china"`, "[\"<actor:china>\", \"<actor:mandiant>\"]", "{text}", "{e}", `"<relation:denies>"`, `"<concept:cyber-attack>"`},
	"preds":   {`"<speaker>"`, `"<type>"`, `"<denies>"`, `"<claim>"`, `"<counter>"`, `"<kind>"`, `"<about>"`, `"<document>"`, `["<speaker>", "<target>"]`, "g.V(\"<denies>\")", "null", "{text}", "{e}", `"<speaker>", {text}`},
	"tamper":  {"Object.prototype.{name} = {e}", "Array.prototype.{name} = {e}", "String.prototype.{name} = function () { return {e} }", "Array.prototype[Symbol.iterator] = {e}", "Object.defineProperty(Object.prototype, {text}, {get() { return {e} }, set(v) { {s} }, configurable: true})", "globalThis.{v} = {e}", "g = {e}", "g.V = {e}", "g.emit = {e}", "JSON.stringify = {e}", "Math.max = {e}", "Object.setPrototypeOf({e}, {e})", "Function.prototype.call = {e}", "Object.freeze(Object.prototype)", "Promise = {e}", "Object.keys = {e}", "delete globalThis.{v}", "undefined = 1", "factsOf = {e}", "Map.prototype.get = {e}", "Object.prototype.toString = {e}", "console.log = {e}", "RegExp.prototype.exec = {e}", "vocabulary.equals = {e}", "params.{name} = {e}"},
	"v":       {"a", "b", "x", "i", "list", "name", "g", "find", "answered", "statementsOf", "o"},
	"v2":      {"a", "b, c", "...x", "{a, b} = {}", "[a, b] = [1, 2]"},
	"name":    {"a", "b", "x", "id", "length", "map", "filter", "forEach", "toString", "valueOf", "constructor", "prototype", "__proto__", "then", "show", "table", "facts", "once", "first", "last", "speaker", "claim", "counter", "rows", "toJSON", "push", "join", "call", "apply", "get", "has"},
	"text":    {`""`, `"a"`, `"id"`, `"claim"`, `"é€😀"`, `"\u0000"`, `"\ud800"`, `"%"`, `"{\"a\": [1, 2]}"`, `"2013-03"`, `"<>"`, `"<a b>"`, `"_:x"`, `"while (true) {}"`, `"g.V().all()"`, `"x".repeat(1000)`, `"((a+)+)+$"`, "`\\n${1}`"},
	"regex":   {"/a/", "/(a+)+$/", "/^(([a-z])+.)+\\2z$/", "/(?:)/g", "/[^]/u", "/(?=a)(?!b)./y"},
	"n":       {"0", "1", "-1", "3", "10", "100", "1000", "0.5", "NaN", "Infinity", "2 ** 53", "1e21", "-0", "1e5"},
	"big":     {"0", "1", "100", "1e4", "1e5", "1e6", "1e7", "1e9", "-1", "2 ** 32", "{e}"},
}

// depths returns how deep rules nest at least in what each rule makes.
func (g grammar) depths() map[string]int {
	out := map[string]int{}
	for changed := true; changed; {
		changed = false
		for rule := range g {
			for _, text := range g[rule] {
				if n, ok := g.depth(text, out); ok && (out[rule] == 0 || n+1 < out[rule]) {
					out[rule], changed = n+1, true
				}
			}
		}
	}
	return out
}

// depth returns how deep rules nest at least in an alternative, as far as that is known.
func (g grammar) depth(text string, depths map[string]int) (deepest int, ok bool) {
	for _, rule := range g.rulesIn(text) {
		if depths[rule] == 0 {
			return 0, false
		}
		deepest = max(deepest, depths[rule])
	}
	return deepest, true
}

var ruleName = regexp.MustCompile(`\{(\w+)\}`)

func (g grammar) rulesIn(text string) (out []string) {
	for _, m := range ruleName.FindAllStringSubmatch(text, -1) {
		if g[m[1]] != nil {
			out = append(out, m[1])
		}
	}
	return out
}

// make returns a script. depths are the grammar's.
func (g grammar) make(r *rand.Rand, depths map[string]int) string {
	left := 20 + r.IntN(120) // uses of rules, after which the shortest way is taken
	return g.expand(r, "program", depths, &left)
}

func (g grammar) expand(r *rand.Rand, rule string, depths map[string]int, left *int) string {
	alternatives := g[rule]
	if *left--; *left < 0 {
		alternatives = slices.DeleteFunc(slices.Clone(alternatives), func(text string) bool {
			n, _ := g.depth(text, depths)
			return n+1 > depths[rule]
		})
	}
	return ruleName.ReplaceAllStringFunc(alternatives[r.IntN(len(alternatives))], func(found string) string {
		if name := found[1 : len(found)-1]; g[name] != nil {
			return g.expand(r, name, depths, left)
		}
		return found
	})
}
