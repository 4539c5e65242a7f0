package com.example.codes;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

@SpringBootApplication
public class CodesApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(CodesApplication.class, arguments);
    }
}
