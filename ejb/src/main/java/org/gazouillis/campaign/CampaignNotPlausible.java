package org.gazouillis.campaign;

/// A campaign cannot be like that; the message says why.
public final class CampaignNotPlausible extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CampaignNotPlausible(String why) {
        super(why);
    }
}
