package org.gazouillis.web.health;

import java.util.List;

/// `UP` or `DOWN`, as a whole and for each part.
public record HealthJson(String status, List<Check> checks) {
    static HealthJson of(List<Check> checks) {
        boolean up = checks.stream().allMatch(check -> check.status().equals("UP"));
        return new HealthJson(up ? "UP" : "DOWN", checks);
    }

    boolean isUp() {
        return status.equals("UP");
    }

    /// One part of the house: `database`, `index`, `scheduler`.
    public record Check(String name, String status, String detail) {}
}
