package com.aliyun.imagesearch20201214.models;

public class CompareSimilarByImageRequest {
    public CompareSimilarByImageRequest setInstanceName(String value) {
        return this;
    }

    public CompareSimilarByImageRequest setPrimaryPicContent(String value) {
        return this;
    }

    public CompareSimilarByImageRequest setSecondaryPicContent(String value) {
        return this;
    }
}
