package notebook

import (
	"encoding/json"
	"fmt"
	"strings"
)

// OutputType says what an output is.
type OutputType string

const (
	Stream  OutputType = "stream"         // text that a script prints
	Result  OutputType = "execute_result" // what a cell gives
	Display OutputType = "display_data"   // what another program's kernel shows
	Error   OutputType = "error"
)

// An Output is one of the things that a code cell gives.
type Output struct {
	Type     OutputType
	Text     string         // of a stream
	Data     map[string]any // by media type: strings, and for application/json any value
	Count    int            // of a result: the turn of its cell
	Metadata map[string]any
	Name     string // of an error, what sort it is; of a stream, stdout or stderr
	Message  string // of an error
	Trace    []string
}

// Media types of a result. A table has Plain, HTML and JSON, a picture Plain and SVG.
const (
	Plain = "text/plain"
	HTML  = "text/html"
	SVG   = "image/svg+xml"
	JSON  = "application/json"
)

type outputFile struct {
	Type     OutputType                 `json:"output_type"`
	Text     multiline                  `json:"text"`
	Name     string                     `json:"name"`
	Data     map[string]json.RawMessage `json:"data"`
	Count    int                        `json:"execution_count"`
	Metadata map[string]any             `json:"metadata"`
	Ename    string                     `json:"ename"`
	Evalue   string                     `json:"evalue"`
	Trace    []string                   `json:"traceback"`
}

func (o *Output) UnmarshalJSON(src []byte) error {
	var file outputFile
	if err := json.Unmarshal(src, &file); err != nil {
		return err
	}
	*o = Output{Type: file.Type, Text: string(file.Text), Count: file.Count, Metadata: file.Metadata, Name: file.Name, Message: file.Evalue, Trace: file.Trace}
	switch file.Type {
	case Stream:
	case Error:
		o.Name = file.Ename
	case Result, Display:
		return o.readData(file.Data)
	default:
		return fmt.Errorf("output_type %q; allowed are stream, execute_result, display_data, error", file.Type)
	}
	return nil
}

func (o *Output) readData(data map[string]json.RawMessage) error {
	o.Data = map[string]any{}
	for media, raw := range data {
		if isJSON(media) {
			o.Data[media] = raw
			continue
		}
		var text multiline
		if err := json.Unmarshal(raw, &text); err != nil {
			return fmt.Errorf("data of %s: %w", media, err)
		}
		o.Data[media] = string(text)
	}
	return nil
}

// isJSON reports whether data of the type is a value and not a text.
func isJSON(media string) bool {
	return media == JSON || strings.HasPrefix(media, "application/") && strings.HasSuffix(media, "+json")
}

// MarshalJSON writes the output as nbformat has it.
func (o Output) MarshalJSON() ([]byte, error) {
	file := map[string]any{"output_type": o.Type}
	switch o.Type {
	case Stream:
		file["name"], file["text"] = o.Name, multiline(o.Text)
	case Error:
		file["ename"], file["evalue"], file["traceback"] = o.Name, o.Message, append([]string{}, o.Trace...)
	default:
		data := map[string]any{}
		for media, value := range o.Data {
			if text, ok := value.(string); ok && !isJSON(media) {
				value = multiline(text)
			}
			data[media] = value
		}
		file["data"], file["metadata"] = data, orEmpty(o.Metadata)
		if o.Type == Result {
			file["execution_count"] = countOrNull(o.Count)
		}
	}
	return marshal(file)
}

// Failure returns the output that tells of an error.
func Failure(err error) Output {
	return Output{Type: Error, Name: "Error", Message: err.Error(), Trace: strings.Split(err.Error(), "\n")}
}

// Printed returns the output of a line that a script prints.
func Printed(line string) Output { return Output{Type: Stream, Name: "stdout", Text: line + "\n"} }
