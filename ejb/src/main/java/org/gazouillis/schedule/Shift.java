package org.gazouillis.schedule;

/// By how much posts are moved. Days are days of the wall clock: 09:30 stays 09:30, also over a change of clocks.
/// Minutes are minutes that pass: an hour later is an hour later, whatever the clocks do.
///
/// @throws ShiftNotPlausible when it is nothing, both, or more than two years
public record Shift(int days, int minutes) {
    private static final int MOST_DAYS = 731;
    private static final int MOST_MINUTES = 60 * 24 * 31;

    public Shift {
        if ((days == 0) == (minutes == 0)) {
            throw new ShiftNotPlausible("Say by how many \"days\" or by how many \"minutes\", one of them and not 0.");
        }
        if (Math.abs(days) > MOST_DAYS || Math.abs(minutes) > MOST_MINUTES) {
            throw new ShiftNotPlausible(
                    "Posts are moved by at most " + MOST_DAYS + " days or " + MOST_MINUTES + " minutes at once.");
        }
    }

    public static Shift ofDays(int days) {
        return new Shift(days, 0);
    }

    public static Shift ofMinutes(int minutes) {
        return new Shift(0, minutes);
    }
}
