package contrast

import "counterclaim/graph"

// Weights of the signals. A rule adds its own for what the two statements do.
const (
	swapWeight        = .35
	backWeight        = .30
	supposedWeight    = .10
	takenWeight       = .30
	replyWeight       = .30
	turnWeight        = .25
	sameSpeakerWeight = .30
	topicWeight       = .20
	docWeight         = .10
	nearWeight        = .05
	timeWeight        = .10
	namesWeight       = .10
	termsWeight       = .10
	kindsWeight       = .15
	answerWeight      = .10
	nextWeight        = .15
	quarrelWeight     = .25
	takesUpWeight     = .25
	replyWordWeight   = .25
	paragraphWeight   = .15
	againstWeight     = .20
	doubtWeight       = .35
	goesOnWeight      = .30
	firstWeight       = .10
	turnAloneWeight   = .05 // where only who speaks next tells that it answers
	nearby            = 3   // statements
	manyTerms         = 4   // shared words that count in full
	answersAlone      = 1   // a coder's word
)

// backWeight is what it weighs that the counter is directed at the claim's side:
// less where its words do not say so and it was only concluded from what was said
// before.
func (p *pair) backWeight() float64 {
	if p.counter.Mode != graph.Curated && p.counter.Target.Words == "" {
		return supposedWeight
	}
	return backWeight
}
