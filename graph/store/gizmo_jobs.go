package store

import (
	"reflect"
	"unsafe"

	"github.com/dop251/goja"
)

// jobsOf returns where an engine keeps what promises have yet to do. goja does it when its
// outermost program ends, which is Gizmo's, in a goroutine where a panic (out({}) is enough,
// or an await of a Proxy that throws) would end the process; and there is no other way to
// have it done before.
func jobsOf(vm *goja.Runtime) *[]func() {
	return (*[]func())(unsafe.Pointer(reflect.ValueOf(vm).Elem().FieldByName("jobQueue").UnsafeAddr()))
}

// runJobs does what promises have yet to do. An exception of a job is the promise's.
func runJobs(vm *goja.Runtime) error {
	for jobs := jobsOf(vm); len(*jobs) > 0; {
		job := (*jobs)[0]
		*jobs = (*jobs)[1:]
		if thrown := vm.Try(job); thrown != nil {
			return scriptError(vm, thrown)
		}
	}
	return nil
}
