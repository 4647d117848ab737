// Two pictures in, a score out, by the official client for Go: go run compare.go A B
//
// Reads SEMBLANCE_ENDPOINT (host:port), SEMBLANCE_ACCESS_KEY_ID, SEMBLANCE_ACCESS_KEY_SECRET and SEMBLANCE_INSTANCE; SSL_CERT_FILE names
// the engine's certificate. Pictures are uploaded (Advance); for Base64 set PrimaryPicContent and call CompareSimilarByImage.
package main

import (
	"errors"
	"fmt"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	imagesearch "github.com/alibabacloud-go/imagesearch-20201214/v4/client"
	util "github.com/alibabacloud-go/tea-utils/v2/service"
	"github.com/alibabacloud-go/tea/tea"
)

func compare(primary, secondary string) (float64, error) {
	endpoint := os.Getenv("SEMBLANCE_ENDPOINT")
	client, err := imagesearch.NewClient(&openapi.Config{
		Endpoint:        tea.String(endpoint),
		Protocol:        tea.String("http"),
		RegionId:        tea.String("cn-shanghai"),
		AccessKeyId:     tea.String(os.Getenv("SEMBLANCE_ACCESS_KEY_ID")),
		AccessKeySecret: tea.String(os.Getenv("SEMBLANCE_ACCESS_KEY_SECRET")),
		// For temporary keys: SecurityToken: tea.String(token), Type: tea.String("sts").
	})
	if err != nil {
		return 0, err
	}
	client.OpenPlatformEndpoint = tea.String(endpoint)
	left, err := os.Open(primary)
	if err != nil {
		return 0, err
	}
	defer left.Close()
	right, err := os.Open(secondary)
	if err != nil {
		return 0, err
	}
	defer right.Close()
	request := &imagesearch.CompareSimilarByImageAdvanceRequest{
		InstanceName:              tea.String(os.Getenv("SEMBLANCE_INSTANCE")),
		PrimaryPicContentObject:   left,
		SecondaryPicContentObject: right,
	}
	runtime := &util.RuntimeOptions{ConnectTimeout: tea.Int(10000), ReadTimeout: tea.Int(30000)}
	response, err := client.CompareSimilarByImageAdvance(request, runtime)
	if err != nil {
		return 0, err
	}
	// A *float32 up to version 4.2, a *float64 since.
	return float64(*response.Body.Score), nil
}

func main() {
	score, err := compare(os.Args[1], os.Args[2])
	var refused *tea.SDKError
	if errors.As(err, &refused) {
		// The request id stands in Data only.
		fmt.Println(tea.StringValue(refused.Code), tea.StringValue(refused.Message), tea.StringValue(refused.Data))
		os.Exit(1)
	}
	if err != nil {
		fmt.Println(err)
		os.Exit(1)
	}
	fmt.Println(score)
}
