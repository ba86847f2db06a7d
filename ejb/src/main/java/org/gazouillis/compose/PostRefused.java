package org.gazouillis.compose;

import java.util.List;
import java.util.stream.Collectors;

/// A post cannot be saved or planned like this; the message holds every reason.
public final class PostRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Check> reasons;

    public PostRefused(List<Check> reasons) {
        super(reasons.stream().map(Check::sentence).collect(Collectors.joining(" ")));
        this.reasons = List.copyOf(reasons);
    }

    public List<Check> reasons() {
        return reasons;
    }

    static void ifAnyError(List<Check> checks) {
        List<Check> errors = checks.stream().filter(Check::isError).toList();
        if (!errors.isEmpty()) {
            throw new PostRefused(errors);
        }
    }
}
