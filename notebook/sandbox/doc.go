// Package sandbox runs the cells of a notebook in a child process. A script can ask for all
// the memory there is, or stay where JavaScript cannot be interrupted, as in an expression
// that goes back and forth; then the child ends, and not the program that shows the cells.
//
//	p, err := sandbox.Start([]string{os.Args[0], "sandbox", "--store", path}, 512<<20)
//	defer p.Close()
//	count, err := p.Run(ctx, source, limits, func(o notebook.Output) { ... })
//
// The child calls Limit and then Serve. The two speak in lines of JSON over the child's
// stdin and stdout: requests run and interrupt, responses output and done.
package sandbox
