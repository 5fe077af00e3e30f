package cmd_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"github.com/goccy/go-yaml"
)

// Every way of docs/fan-out.md is followed as it stands there, with the seeds as
// articles: what is loaded is the graph that the articles themselves make.
func TestFanOut(t *testing.T) {
	page, err := os.ReadFile("../docs/fan-out.md")
	if err != nil {
		t.Fatal(err)
	}
	want := fill(t, task{script: "counterclaim load articles/"})
	load := task{script: "counterclaim load shards/*.jsonl"}
	follow := func(t *testing.T, tasks ...task) {
		t.Helper()
		if got := fill(t, tasks...); got != want {
			t.Error("the graph is another than that of the articles")
		}
	}
	for heading, program := range map[string]string{"One machine, with xargs": "xargs", "Several machines, with GNU parallel": "parallel"} {
		t.Run(program, func(t *testing.T) {
			if _, err := exec.LookPath(program); err != nil {
				t.Skipf("%s is not here", program)
			}
			follow(t, task{script: blockBelow(t, string(page), heading, "sh")})
		})
	}
	t.Run("Slurm", func(t *testing.T) {
		var tasks []task
		for i := 1; i <= 16; i++ {
			tasks = append(tasks, task{blockBelow(t, string(page), "A Slurm array", "sh"), []string{fmt.Sprint("SLURM_ARRAY_TASK_ID=", i), "SLURM_ARRAY_TASK_COUNT=16"}})
		}
		follow(t, append(tasks, load)...)
	})
	t.Run("Kubernetes", func(t *testing.T) {
		var tasks []task
		for i := range 16 {
			tasks = append(tasks, task{podCommand(t, blockBelow(t, string(page), "A Kubernetes Job", "yaml")), []string{fmt.Sprint("JOB_COMPLETION_INDEX=", i)}})
		}
		follow(t, append(tasks, load)...)
	})
}

// blockBelow returns the first fenced block of that kind below the heading.
func blockBelow(t *testing.T, page, heading, fence string) string {
	t.Helper()
	_, below, ok := strings.Cut(page, "\n## "+heading+"\n")
	_, begins, ok2 := strings.Cut(below, "\n```"+fence+"\n")
	text, _, ok3 := strings.Cut(begins, "```\n")
	if !ok || !ok2 || !ok3 {
		t.Fatalf("no block of %s below %q", fence, heading)
	}
	return text
}

// podCommand returns what the pods of a Job run.
func podCommand(t *testing.T, job string) string {
	t.Helper()
	var j struct {
		Spec struct {
			Template struct {
				Spec struct {
					Containers []struct{ Command, Args []string }
				}
			}
		}
	}
	if err := yaml.Unmarshal([]byte(job), &j); err != nil {
		t.Fatal(err)
	}
	c := j.Spec.Template.Spec.Containers[0]
	if strings.Join(c.Command, " ") != "sh -c" || len(c.Args) != 1 {
		t.Fatalf("the pod runs %q %q", c.Command, c.Args)
	}
	return c.Args[0]
}

// A task is a script with what it has in its environment.
type task struct {
	script string
	env    []string
}

// fill runs the tasks, in a folder of their own with articles, and returns what is in
// the store then.
func fill(t *testing.T, tasks ...task) string {
	t.Helper()
	dir := t.TempDir()
	for from, to := range map[string]string{"../seeds/articles": "articles", "../seeds/statements": "articles/by-hand"} {
		if err := os.CopyFS(filepath.Join(dir, to), os.DirFS(from)); err != nil {
			t.Fatal(err)
		}
	}
	for _, run := range append(tasks, task{script: "counterclaim export > all.nq"}) {
		c := exec.Command("sh", "-c", run.script)
		c.Dir = dir
		c.Env = append(append(os.Environ(), "XDG_CONFIG_HOME="+dir, "HOME="+dir, "MACHINES=", "GORACE="+quickExit), run.env...)
		if out, err := c.CombinedOutput(); err != nil {
			t.Fatalf("%s\n%v\n%s", run.script, err, out)
		}
	}
	all, err := os.ReadFile(filepath.Join(dir, "all.nq"))
	if err != nil || len(all) == 0 {
		t.Fatal(err, len(all))
	}
	return string(all)
}
