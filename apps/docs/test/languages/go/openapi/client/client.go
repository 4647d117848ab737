// Package client has the shape of what all products' clients are made of.
package client

import "github.com/alibabacloud-go/darabonba-openapi/v2/utils"

// Config of a client.
type Config = utils.Config

// Client of any product.
type Client struct{ OpenPlatformEndpoint *string }
