package com.aliyun.imagesearch20201214.models;

public class CompareSimilarByImageAdvanceRequest {
    public CompareSimilarByImageAdvanceRequest setInstanceName(String value) {
        return this;
    }

    public CompareSimilarByImageAdvanceRequest setPrimaryPicContentObject(java.io.InputStream value) {
        return this;
    }

    public CompareSimilarByImageAdvanceRequest setSecondaryPicContentObject(java.io.InputStream value) {
        return this;
    }
}
