// Package utils has the shape of the SDK's configuration.
package utils

// Config of a client.
type Config struct {
	Endpoint, Protocol, RegionId, AccessKeyId, AccessKeySecret, SecurityToken, Type *string
}
