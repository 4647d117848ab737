// Package client has the shape of the SDK's configuration.
package client

// Config of a client.
type Config struct {
	Endpoint, Protocol, RegionId, AccessKeyId, AccessKeySecret, SecurityToken, Type *string
}
