package cmd

import (
	"context"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"time"

	"github.com/spf13/cobra"

	"counterclaim/notebook"
	notebookpage "counterclaim/notebook/page"
	"counterclaim/notebook/sandbox"
)

const notebookHelp = `Opens a page in the browser to explore what is in the store: cells with questions,
pictures and scripts, the contrasts with the words behind them, and the articles with
their statements marked. It works offline, and only for this machine.

FILE is a notebook in Jupyter's format (.ipynb), made where it is not there yet; with a
folder, or without anything, the page lists the notebooks below it. A cell is a script in
Gizmo, or a line such as

  %query contrasts speaker=hua-chunying
  %plot timeline since=2013-03
  %network congruence by=side

Shift-Enter runs a cell, and "?" on the page lists the other keys. The page saves by
itself. Ctrl-C in the terminal ends it. The store is read while a cell runs and free in
between, so "counterclaim load" can add articles meanwhile.`

func newNotebook() *cobra.Command {
	c := &cobra.Command{
		Use:   "notebook [FILE.ipynb|FOLDER]",
		Short: "Explore in the browser: questions, pictures, claims beside their answers",
		Long:  notebookHelp,
		Example: `  counterclaim notebook
  counterclaim notebook cranes.ipynb --store demo.db
  counterclaim notebook notebooks/ --no-browser --port 8090`,
		Args: cobra.MaximumNArgs(1),
	}
	port := c.Flags().Int("port", 0, "`port` on this machine (default one that is free)")
	quiet := c.Flags().Bool("no-browser", false, "only print the address")
	addSettings(c, storePath, storeBackend)
	c.RunE = func(c *cobra.Command, args []string) error {
		in, err := readSettings(c)
		if err != nil {
			return err
		}
		folder, file, err := notebookAt(args)
		if err != nil {
			return err
		}
		if err := in.findStore(); err != nil {
			return err
		}
		s, err := notebookpage.New(folder, in.readStore, in.startCells)
		if err != nil {
			return err
		}
		err = serveNotebook(c, s, file, *port, *quiet)
		return errors.Join(err, s.Close())
	}
	return c
}

// cellMemory is how much the scripts of one notebook may take, in bytes: enough for lists of
// millions, and too little to bring a laptop down.
const cellMemory = 1 << 30

// startCells starts a process that runs the cells of one notebook, so that a script which eats
// all memory ends that and nothing else.
func (in *inForce) startCells() (notebookpage.Runner, error) {
	command, err := in.sandboxCommand()
	if err != nil {
		return nil, err
	}
	return sandbox.Start(command, cellMemory)
}

// notebookAt returns the folder and, in it, the file that the words of the call name.
func notebookAt(args []string) (folder, file string, err error) {
	if len(args) == 0 {
		return ".", "", nil
	}
	info, err := os.Stat(args[0])
	switch {
	case err == nil && info.IsDir():
		return args[0], "", nil
	case filepath.Ext(args[0]) != ".ipynb":
		return "", "", wrongCallf("%s is no notebook and no folder; allowed are names that end in .ipynb, and folders", args[0])
	case err != nil && !errors.Is(err, fs.ErrNotExist):
		return "", "", err
	}
	folder, file = filepath.Split(args[0])
	if folder == "" {
		folder = "."
	}
	if err != nil {
		root, err := os.OpenRoot(folder)
		if err != nil {
			return "", "", err
		}
		defer root.Close()
		return folder, file, notebook.Save(root, file, notebook.New())
	}
	return folder, file, nil
}

// serveNotebook serves the page until the command is interrupted.
func serveNotebook(c *cobra.Command, s *notebookpage.Server, file string, port int, quiet bool) error {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return fmt.Errorf("%w; --port 0 takes a free one", err)
	}
	address := s.Address("http://"+listener.Addr().String(), file)
	fmt.Fprintf(c.OutOrStdout(), "%s\n", address)
	fmt.Fprintln(c.ErrOrStderr(), "The notebook is at this address, for this machine alone. Ctrl-C ends it.")
	if !quiet {
		if err := openBrowser(address); err != nil {
			fmt.Fprintf(c.ErrOrStderr(), "no browser could be opened (%v); open the address yourself\n", err)
		}
	}
	server := &http.Server{Handler: s, ReadHeaderTimeout: 10 * time.Second, IdleTimeout: time.Minute}
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(listener) }()
	select {
	case err := <-ended:
		return err
	case <-c.Context().Done():
		// What still runs is a cell that nobody waits for.
		ctx, cancel := context.WithTimeout(context.Background(), time.Second)
		defer cancel()
		if server.Shutdown(ctx) != nil {
			return server.Close()
		}
		return nil
	}
}

// openBrowser opens the address as the desktop does.
func openBrowser(address string) error {
	command := map[string][]string{
		"darwin":  {"open"},
		"windows": {"rundll32", "url.dll,FileProtocolHandler"},
	}[runtime.GOOS]
	if command == nil {
		command = []string{"xdg-open"}
	}
	return exec.Command(command[0], append(command[1:], address)...).Start()
}
