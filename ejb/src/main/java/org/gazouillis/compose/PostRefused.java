package org.gazouillis.compose;

import java.util.List;
import java.util.Set;
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

    /// Whether nothing is wrong but that somebody should confirm what was found.
    public boolean isForConfirmation() {
        return reasons.stream().noneMatch(Check::isError);
    }

    /// @throws PostRefused with the warnings that are not confirmed
    public static void unlessConfirmed(List<Check> checks, Set<Check.Code> confirmed) {
        List<Check> open = checks.stream()
                .filter(each -> each.isWarning() && !confirmed.contains(each.code()))
                .toList();
        if (!open.isEmpty()) {
            throw new PostRefused(open);
        }
    }

    static void ifAnyError(List<Check> checks) {
        List<Check> errors = checks.stream().filter(Check::isError).toList();
        if (!errors.isEmpty()) {
            throw new PostRefused(errors);
        }
    }
}
