// Package service has the older name of the SDK's options of one call.
package service

import "github.com/alibabacloud-go/tea/dara"

// RuntimeOptions of one call.
type RuntimeOptions = dara.RuntimeOptions
