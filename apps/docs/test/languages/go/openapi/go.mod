module github.com/alibabacloud-go/darabonba-openapi/v2

go 1.19
