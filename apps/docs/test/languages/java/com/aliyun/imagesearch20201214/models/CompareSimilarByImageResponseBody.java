package com.aliyun.imagesearch20201214.models;

public class CompareSimilarByImageResponseBody {
    public Float getScore() {
        return null;
    }
}
