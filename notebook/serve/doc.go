// Package serve answers questions over HTTP, for a team or a script: the named queries,
// scripts in Gizmo, statements, documents and contrasts with their reasons, and pictures.
//
//	s := &serve.Server{Read: read, Token: token, Limits: limits, Sandbox: command, Scripts: 2, Log: log}
//	err := s.Serve(ctx, listener)
//
// Everything is below /api/v1; openapi.json there says what there is, made from the headers
// of the queries. A request needs the token, but for healthz. Nothing changes the store,
// unless Load is set. A script runs in a child process of its own, which is ended afterwards.
//
// To add a path, write a function like those in query.go and a row in routes.
package serve
