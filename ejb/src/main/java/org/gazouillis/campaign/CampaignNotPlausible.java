package org.gazouillis.campaign;

/// A campaign cannot be like that; the message says why, and the part which field it is about.
public final class CampaignNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What of a campaign is not plausible.
    public enum Part {
        WHOLE("/"),
        NAME("/name"),
        STARTS_ON("/startsOn"),
        ENDS_ON("/endsOn"),
        HASHTAGS("/hashtags"),
        GOAL("/goal"),
        GOAL_MEASURE("/goal/measure"),
        GOAL_TARGET("/goal/target"),
        GOAL_ON("/goal/on"),
        BUDGET("/budget/amount"),
        CURRENCY("/budget/currency"),
        UTM("/utm"),
        ACCOUNTS("/accounts"),
        COLOUR("/colour"),
        DAYS("/days");

        private final String pointer;

        Part(String pointer) {
            this.pointer = pointer;
        }

        /// Where it stands in the API's JSON.
        public String pointer() {
            return pointer;
        }
    }

    private final Part part;

    public CampaignNotPlausible(Part part, String why) {
        super(why);
        this.part = part;
    }

    public Part part() {
        return part;
    }
}
