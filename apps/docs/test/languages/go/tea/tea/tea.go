// Package tea has the shape of the SDK's helpers.
package tea

// SDKError is a refusal.
type SDKError struct{ Code, Message, Data *string }

func (refused *SDKError) Error() string { return "" }

// String gives a pointer.
func String(text string) *string { return &text }

// Int gives a pointer.
func Int(number int) *int { return &number }

// StringValue reads a pointer.
func StringValue(text *string) string { return "" }
