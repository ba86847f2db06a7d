package org.gazouillis.campaign;

/// The brand already has a campaign of this name (compared without accents, case and punctuation).
public final class CampaignNameTaken extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public CampaignNameTaken(String name) {
        super("The brand already has a campaign called \"" + name + "\". Choose another name.");
    }
}
