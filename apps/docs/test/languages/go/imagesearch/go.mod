module github.com/alibabacloud-go/imagesearch-20201214/v4

go 1.19
