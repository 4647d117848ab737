// Package dara has the shape of the SDK's options of one call.
package dara

// RuntimeOptions of one call.
type RuntimeOptions struct{ ConnectTimeout, ReadTimeout *int }
