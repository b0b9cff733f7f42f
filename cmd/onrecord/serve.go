package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"
	"time"

	"github.com/spf13/cobra"

	"onrecord/reader"
	"onrecord/store"
	"onrecord/store/sqlite"
	"onrecord/web"
)

const defaultAddr = "127.0.0.1:8080"

func newServeCmd() *cobra.Command {
	var addr string
	var model reader.Model
	cmd := &cobra.Command{
		Use:   "serve [flags]",
		Short: "Show the record in a browser",
		Long: `Serve shows the record as pages and as JSON until it is interrupted.

It answers this machine only, unless --addr names another address. There is no
login: whoever reaches the address reads the whole record. Nobody can change it
there. A text that is pasted into the page /read is read by the model that
--model names, and not kept. The addresses are described in docs/api.md and at /openapi.json.`,
		Example: `  onrecord serve
  onrecord serve --db news.db --addr 127.0.0.1:9000
  onrecord serve --addr 127.0.0.1:0`,
		Args: args(cobra.NoArgs),
		RunE: withRecord(func(_ context.Context, cmd *cobra.Command, st *sqlite.Store, _ []string) error {
			if err := tellWaiting(cmd.Context(), st, cmd.ErrOrStderr(), nil); err != nil {
				return err
			}
			return serveRecord(cmd, st, addr, model)
		}),
	}
	cmd.Flags().StringVar(&addr, "addr", defaultAddr, "address to listen on; port 0 takes a free one")
	modelFlag(cmd, &model)
	return cmd
}

// serveRecord shows st at addr until the command's context ends, which an
// interrupt does.
func serveRecord(cmd *cobra.Command, st store.Store, addr string, model reader.Model) error {
	listener, err := net.Listen("tcp", addr)
	if err != nil {
		return fmt.Errorf("serve: %w: choose another address, as --addr 127.0.0.1:0", err)
	}
	return serve(cmd.Context(), st, listener, model, cmd.ErrOrStderr())
}

// graceTime is how long a table that is being sent may take after Ctrl-C.
const graceTime = 3 * time.Second

// serve answers what comes in at listener until ctx ends, and says on w where
// that is. A record served beyond this machine is not bound to its names.
func serve(ctx context.Context, st store.Store, listener net.Listener, model reader.Model, w io.Writer) error {
	tcp, ok := listener.Addr().(*net.TCPAddr)
	loopback := ok && tcp.IP.IsLoopback()
	srv := &http.Server{
		Handler:           web.New(st, web.Options{Loopback: loopback, Version: version(), Read: pasted(model), Log: slog.New(slog.NewTextHandler(w, nil))}),
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		WriteTimeout:      30 * time.Second,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    1 << 16,
	}
	fmt.Fprintf(w, "The record is at http://%s/ (Ctrl-C ends).\n", listener.Addr())
	if !loopback {
		fmt.Fprintln(w, "Every machine that reaches this address can read all of it.")
	}
	done := make(chan error, 1)
	go func() { done <- srv.Serve(listener) }()
	select {
	case err := <-done:
		return fmt.Errorf("serve: %w", err)
	case <-ctx.Done():
	}
	grace, cancel := context.WithTimeout(context.WithoutCancel(ctx), graceTime)
	defer cancel()
	if err := srv.Shutdown(grace); errors.Is(err, context.DeadlineExceeded) {
		return srv.Close()
	}
	return nil
}
