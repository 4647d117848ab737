package com.aliyun.tea;

import java.util.Map;

public class TeaException extends RuntimeException {
    public String getCode() {
        return null;
    }

    public Map<String, Object> getData() {
        return null;
    }
}
