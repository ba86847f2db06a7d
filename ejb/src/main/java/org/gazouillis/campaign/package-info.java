/// A campaign is the dated umbrella over a brand's posts: a goal, a budget, hashtags, what its links carry.
///
/// [org.gazouillis.campaign.CampaignPlanner] opens, changes, archives and lists them; a post names its campaign by id
/// and nothing here knows of posts. Whether a [org.gazouillis.campaign.Goal] is being reached is the dashboard's to
/// say, moving its posts the schedule's.
@NullMarked
package org.gazouillis.campaign;

import org.jspecify.annotations.NullMarked;
