package sandbox

import (
	"math"
	"os"
	"runtime/debug"
	"runtime/metrics"
	"time"
)

// exitMemory is the exit code of a child that takes too much.
const exitMemory = 86

// Limit bounds the memory of this process, in bytes: the system refuses more where it can
// (Linux), and a goroutine looks every few milliseconds and ends the process, as it does
// where the process cannot collect enough garbage. 0 is no limit. Call it once, at the start.
func Limit(memory int64) error {
	if memory == 0 {
		return nil
	}
	const most = 1 << 26 // bytes of a stack; what nests deeper is a mistake
	debug.SetMaxStack(int(min(most, memory/4)))
	debug.SetMemoryLimit(memory / 8 * 7)
	go watch(uint64(memory))
	return limitData(memory)
}

// watch ends the process when it has more memory than that.
func watch(most uint64) {
	const every = 20 * time.Millisecond
	for range time.Tick(every) {
		if inUse() > most {
			os.Exit(exitMemory)
		}
	}
}

// inUse returns how much memory the process has, in bytes.
func inUse() uint64 {
	sample := []metrics.Sample{{Name: "/memory/classes/total:bytes"}, {Name: "/memory/classes/heap/released:bytes"}}
	metrics.Read(sample)
	return sample[0].Value.Uint64() - sample[1].Value.Uint64()
}

// tidy gives back the memory that a script has left behind where that is much, so that the
// next one is not blamed for it.
func tidy() {
	if limit := debug.SetMemoryLimit(-1); limit != math.MaxInt64 && inUse() > uint64(limit)/2 {
		debug.FreeOSMemory()
	}
}
