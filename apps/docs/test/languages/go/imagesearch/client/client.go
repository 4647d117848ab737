// Package client has the shape of the product's client.
package client

import (
	"io"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	openapiutil "github.com/alibabacloud-go/darabonba-openapi/v2/utils"
	"github.com/alibabacloud-go/tea/dara"
)

// Client of the product.
type Client struct{ openapi.Client }

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
type CompareSimilarByImageResponseBody struct{ Score *float64 }

// CompareSimilarByImageResponse is the body with its headers.
type CompareSimilarByImageResponse struct {
	Body *CompareSimilarByImageResponseBody
}

// NewClient makes a client.
func NewClient(config *openapiutil.Config) (*Client, error) { return nil, nil }

// CompareSimilarByImage compares.
func (client *Client) CompareSimilarByImage(request *CompareSimilarByImageRequest) (*CompareSimilarByImageResponse, error) {
	return nil, nil
}

// CompareSimilarByImageAdvance uploads and compares.
func (client *Client) CompareSimilarByImageAdvance(request *CompareSimilarByImageAdvanceRequest, runtime *dara.RuntimeOptions) (*CompareSimilarByImageResponse, error) {
	return nil, nil
}
