package notebook

// A term is a word of Gizmo with what it does.
type term struct{ Name, Says string }

// gizmoTerms are the methods of Gizmo's walks that notebooks have use for, as Cayley v0.7.7
// has them. All can be written with a small first letter.
var gizmoTerms = []term{
	{"V", "Begins a walk at these nodes: g.V(\"<actor:china>\"). Without any it begins at all, which is slow."},
	{"M", "Begins a walk that starts nowhere yet, to be used by Follow."},
	{"Emit", "Gives a row: g.emit({who: name})."},
	{"In", "Walks against an edge: from an actor to what it says with In(\"<speaker>\")."},
	{"Out", "Walks along an edge: from a statement to who says it with Out(\"<speaker>\")."},
	{"Both", "Walks along an edge in either direction."},
	{"Has", "Keeps the nodes of which an edge leads to a node: Has(\"<kind>\", \"<kind:denial>\")."},
	{"HasR", "Keeps the nodes to which an edge leads from a node."},
	{"Is", "Keeps these nodes alone."},
	{"Filter", "Keeps the values that meet a condition: filter(regex(\"Huawei\")), filter(gt(5))."},
	{"Tag", "Names the node here, which becomes a column: Tag(\"who\")."},
	{"As", "The same as Tag."},
	{"Save", "Makes a column of where an edge leads, and drops nodes without one: Save(\"<text>\", \"words\")."},
	{"SaveOpt", "Makes a column of where an edge leads, where there is one."},
	{"SaveR", "Makes a column of where an edge comes from."},
	{"Back", "Goes back to the node that was tagged so."},
	{"And", "Keeps the nodes that another walk reaches too."},
	{"Intersect", "The same as And."},
	{"Or", "Adds the nodes that another walk reaches."},
	{"Union", "The same as Or."},
	{"Except", "Leaves out the nodes that another walk reaches."},
	{"Difference", "The same as Except."},
	{"Follow", "Goes the way of another walk that begins with g.M()."},
	{"FollowR", "Goes the way of another walk back."},
	{"FollowRecursive", "Goes along an edge again and again: FollowRecursive(\"<denies>\")."},
	{"Unique", "Keeps each node once."},
	{"Limit", "Keeps so many."},
	{"Skip", "Leaves out the first so many."},
	{"LabelContext", "Looks at the quads of these documents alone."},
	{"Labels", "Walks to the documents that say so."},
	{"InPredicates", "Walks to the predicates that lead here."},
	{"OutPredicates", "Walks to the predicates that lead from here."},
	{"All", "Gives all that the walk reaches, a row each."},
	{"GetLimit", "Gives so many of what the walk reaches."},
	{"ToArray", "Returns a list of what the walk reaches, to go on with in JavaScript."},
	{"ToValue", "Returns the first of what the walk reaches."},
	{"TagArray", "Returns a list of rows with their tags."},
	{"ForEach", "Calls a function with each row."},
	{"Count", "Returns how many the walk reaches."},
}
