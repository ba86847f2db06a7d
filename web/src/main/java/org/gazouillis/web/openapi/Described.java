package org.gazouillis.web.openapi;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.gazouillis.web.problem.ProblemType;

/// Describes a method of a resource for the OpenAPI document: who may call it, its parameters, its body and the
/// problems of access are known from the other annotations.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Described {
    /// One line, imperative: "Plan a post or publish it at once".
    String summary();

    /// The record of the answer's body; `Void` when it has none or is no JSON.
    Class<?> answer() default Void.class;

    /// Whether the answer is `{"items": [answer…], "next": cursor|null}` (`LIST`), a bare array or one object.
    Shape shape() default Shape.ONE;

    /// Status of success.
    int status() default 200;

    /// Media type of success.
    String type() default "application/json";

    /// What else may go wrong, beside access, a malformed body and faults of ours.
    ProblemType[] problems() default {};

    /// How answers are laid out.
    enum Shape {
        ONE,
        ARRAY,
        LIST
    }
}
