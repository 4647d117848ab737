import { hostOf, keyVariables, protocolOf, quoted } from './sample-context.ts';
import type { SampleContext } from './sample-context.ts';

/** The official SDK for Go: \`github.com/alibabacloud-go/imagesearch-20201214/v4\`. */
export function goSample(context: SampleContext): string {
  return `package main

import (
	"encoding/base64"
	"fmt"
	"os"

	openapi "github.com/alibabacloud-go/darabonba-openapi/v2/client"
	imagesearch "github.com/alibabacloud-go/imagesearch-20201214/v4/client"
	"github.com/alibabacloud-go/tea/tea"
)

func picture(path string) *string {
	bytes, err := os.ReadFile(path)
	if err != nil {
		panic(err)
	}
	return tea.String(base64.StdEncoding.EncodeToString(bytes))
}

func key(name string) *string {
	if value := os.Getenv(name); value != "" {
		return tea.String(value)
	}
	return tea.String("any")
}

func main() {
	client, err := imagesearch.NewClient(&openapi.Config{
		Endpoint:        tea.String(${quoted(hostOf(context))}),
		Protocol:        tea.String(${quoted(protocolOf(context))}),
		AccessKeyId:     key("${keyVariables.id}"),
		AccessKeySecret: key("${keyVariables.secret}"),
	})
	if err != nil {
		panic(err)
	}
	response, err := client.CompareSimilarByImage(&imagesearch.CompareSimilarByImageRequest{
		InstanceName:        tea.String(${quoted(context.instanceName)}),
		PrimaryPicContent:   picture(${quoted(context.primaryFile)}),
		SecondaryPicContent: picture(${quoted(context.secondaryFile)}),
	})
	if err != nil {
		panic(err)
	}
	fmt.Println(*response.Body.Score)
}
`;
}
