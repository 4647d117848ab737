package com.aliyun.imagesearch20201214;

import com.aliyun.imagesearch20201214.models.CompareSimilarByImageAdvanceRequest;
import com.aliyun.imagesearch20201214.models.CompareSimilarByImageRequest;
import com.aliyun.imagesearch20201214.models.CompareSimilarByImageResponse;
import com.aliyun.teaopenapi.models.Config;
import com.aliyun.teautil.models.RuntimeOptions;

public class Client {
    public String _openPlatformEndpoint;

    public Client(Config config) throws Exception {}

    public CompareSimilarByImageResponse compareSimilarByImage(CompareSimilarByImageRequest request) throws Exception {
        return null;
    }

    public CompareSimilarByImageResponse compareSimilarByImageAdvance(
            CompareSimilarByImageAdvanceRequest request, RuntimeOptions runtime) throws Exception {
        return null;
    }
}
