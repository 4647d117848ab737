// Package service has the shape of the SDK's options of one call.
package service

// RuntimeOptions of one call.
type RuntimeOptions struct{ ConnectTimeout, ReadTimeout *int }
