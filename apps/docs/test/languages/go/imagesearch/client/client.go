// Package client has the shape of the product's client.
package client

import (
	"io"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	util "github.com/alibabacloud-go/tea-utils/v2/service"
)

// Client of the product.
type Client struct{ OpenPlatformEndpoint *string }

// CompareSimilarByImageRequest has the pictures as Base64.
type CompareSimilarByImageRequest struct {
	InstanceName, PrimaryPicContent, SecondaryPicContent *string
}

// CompareSimilarByImageAdvanceRequest has the pictures as streams.
type CompareSimilarByImageAdvanceRequest struct {
	InstanceName                                       *string
	PrimaryPicContentObject, SecondaryPicContentObject io.Reader
}

// CompareSimilarByImageResponseBody is what the service answers.
type CompareSimilarByImageResponseBody struct{ Score *float32 }

// CompareSimilarByImageResponse is the body with its headers.
type CompareSimilarByImageResponse struct{ Body *CompareSimilarByImageResponseBody }

// NewClient makes a client.
func NewClient(config *openapi.Config) (*Client, error) { return nil, nil }

// CompareSimilarByImage compares.
func (client *Client) CompareSimilarByImage(request *CompareSimilarByImageRequest) (*CompareSimilarByImageResponse, error) {
	return nil, nil
}

// CompareSimilarByImageAdvance uploads and compares.
func (client *Client) CompareSimilarByImageAdvance(request *CompareSimilarByImageAdvanceRequest, runtime *util.RuntimeOptions) (*CompareSimilarByImageResponse, error) {
	return nil, nil
}
