package com.aliyun.imagesearch20201214.models;

public class CompareSimilarByImageResponseBody {
    public Double getScore() {
        return null;
    }
}
