package com.aliyun.imagesearch20201214.models;

public class CompareSimilarByImageResponse {
    public CompareSimilarByImageResponseBody getBody() {
        return null;
    }
}
