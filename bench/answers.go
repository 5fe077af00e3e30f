package main

import (
	"errors"
	"fmt"
	"reflect"
	"slices"
)

// compareAnswers returns an error for each answer that is not the one which the first
// system gives that answers at all.
func compareAnswers(systems []*measured) error {
	var errs []error
	for _, q := range questions {
		first := slices.IndexFunc(systems, func(m *measured) bool { return m.Answers[q.Name] != nil })
		if first < 0 {
			continue
		}
		for _, m := range systems[first+1:] {
			if got, ok := m.Answers[q.Name]; ok {
				if err := differ(systems[first].Answers[q.Name], got); err != nil {
					errs = append(errs, fmt.Errorf("%s: %s and %s differ: %w", q.Name, systems[first].System, m.System, err))
				}
			}
		}
	}
	return errors.Join(errs...)
}

// differ says where two answers first differ.
func differ(want, got [][]any) error {
	for i := range min(len(want), len(got)) {
		if !reflect.DeepEqual(want[i], got[i]) {
			return fmt.Errorf("row %d is %v and %v", i+1, want[i], got[i])
		}
	}
	if len(want) != len(got) {
		return fmt.Errorf("%d rows and %d", len(want), len(got))
	}
	return nil
}
