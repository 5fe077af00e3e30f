package exports

import "strings"

// entityAttributes are the attributes that DNA gives to persons and other values.
var entityAttributes = []string{"Type", "Alias", "Notes"}

// An entity is a value that statements share: an actor, a concept. Its ID goes into the
// notes.
type entity struct {
	value, class, alias, id string
}

// actorEntity returns the actor as an entity, an empty one for nobody.
func (e *event) actorEntity(id string) entity {
	if id == "" {
		return entity{}
	}
	a := e.content.Actors[id]
	alias := ""
	if len(a.Names) > 1 {
		alias = list(a.Names[1:])
	}
	return entity{e.label(id), string(a.Class), alias, id}
}

func (e *event) conceptEntity() entity {
	class, _, _ := strings.Cut(e.Concept.ID, ":")
	if class == "st" {
		class = "claim"
	}
	return entity{e.label(e.Concept.ID), class, "", e.Concept.ID}
}

// entity returns the number of the entity, which is added when it comes first.
func (f *dnaFile) entity(variable int, of entity) int64 {
	key := entityKey{variable, of.value}
	if number, ok := f.entities[key]; ok {
		return number
	}
	number := f.insert("ENTITIES (VariableId, Value, Red, Green, Blue)", variable, of.short(), 0, 0, 0)
	f.entities[key] = number
	for i, value := range []string{of.class, of.alias, of.id} {
		f.insert("ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue)", number, f.attributes[variable]+int64(i), short(value))
	}
	return number
}

// short returns the value as far as DNA keeps it, with the end of the ID where two could
// be cut to the same.
func (e entity) short() string {
	runes := []rune(e.value)
	if len(runes) <= longest {
		return e.value
	}
	end := "… " + e.id[max(0, len(e.id)-8):]
	return string(runes[:longest-len([]rune(end))]) + end
}

// longest is how many characters DNA keeps of a short text.
const longest = 190

// short cuts what is longer.
func short(s string) string {
	runes := []rune(s)
	if len(runes) <= longest {
		return s
	}
	return string(runes[:longest-1]) + "…"
}
