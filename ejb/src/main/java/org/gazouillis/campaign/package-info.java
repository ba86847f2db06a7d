/// A campaign is the dated umbrella over a brand's posts, with its own hashtags.
///
/// [org.gazouillis.campaign.CampaignPlanner] opens and lists them; a post names its campaign by id and nothing here
/// knows of posts. Goals, UTM templates and budgets will find their place beside [org.gazouillis.campaign.Campaign].
@NullMarked
package org.gazouillis.campaign;

import org.jspecify.annotations.NullMarked;
