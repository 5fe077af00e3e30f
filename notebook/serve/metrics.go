package serve

import (
	"errors"
	"net/http"
	"strconv"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/prometheus/client_golang/prometheus/collectors"
	"github.com/prometheus/client_golang/prometheus/promhttp"

	"counterclaim/notebook/sandbox"
)

// metrics count what a server does. They are the server's own, so that several can be in one
// process.
type metrics struct {
	handler  http.Handler
	requests *prometheus.CounterVec
	seconds  *prometheus.HistogramVec
	scripts  *prometheus.CounterVec
}

func newMetrics(s *Server) *metrics {
	registry := prometheus.NewRegistry()
	m := &metrics{
		handler: promhttp.HandlerFor(registry, promhttp.HandlerOpts{}),
		requests: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "counterclaim_http_requests_total", Help: "Requests that were answered, by path and status.",
		}, []string{"path", "status"}),
		seconds: prometheus.NewHistogramVec(prometheus.HistogramOpts{
			Name: "counterclaim_http_request_seconds", Help: "How long requests took, by path.",
			Buckets: []float64{.001, .003, .01, .03, .1, .3, 1, 3, 10, 30},
		}, []string{"path"}),
		scripts: prometheus.NewCounterVec(prometheus.CounterOpts{
			Name: "counterclaim_scripts_total", Help: "Scripts that were run, by how they ended: done, error, or killed with their process.",
		}, []string{"ended"}),
	}
	registry.MustRegister(m.requests, m.seconds, m.scripts, collectors.NewGoCollector(), collectors.NewProcessCollector(collectors.ProcessCollectorOpts{}))
	for name, g := range map[string]*gate{"queries": s.queries, "scripts": s.scripts} {
		registry.MustRegister(
			prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "counterclaim_" + name + "_running", Help: "How many run now."},
				func() float64 { return float64(len(g.inside)) }),
			prometheus.NewGaugeFunc(prometheus.GaugeOpts{Name: "counterclaim_" + name + "_waiting", Help: "How many wait for their turn."},
				func() float64 { return float64(g.waiting.Load()) }),
		)
	}
	return m
}

func (m *metrics) serve(w http.ResponseWriter, r *http.Request) error {
	m.handler.ServeHTTP(w, r)
	return nil
}

// answered counts a request. path is the route's, so that the counters are not as many as
// there are statements.
func (m *metrics) answered(path string, status int, took time.Duration) {
	m.requests.WithLabelValues(path, strconv.Itoa(status)).Inc()
	m.seconds.WithLabelValues(path).Observe(took.Seconds())
}

// ran counts a script.
func (m *metrics) ran(err error) {
	ended, gone := "done", (*sandbox.Gone)(nil)
	switch {
	case errors.As(err, &gone):
		ended = "killed"
	case err != nil:
		ended = "error"
	}
	m.scripts.WithLabelValues(ended).Inc()
}
