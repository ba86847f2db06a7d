package org.gazouillis.web.dashboard;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.gazouillis.dashboard.Axis;
import org.gazouillis.dashboard.Pivot;
import org.gazouillis.dashboard.PivotQuestion;
import org.gazouillis.dashboard.PivotRefused;
import org.gazouillis.dashboard.PivotTooWide;
import org.gazouillis.dashboard.Pivots;
import org.gazouillis.listen.QueryNotUnderstood;
import org.gazouillis.listen.SearchTooBroad;
import org.gazouillis.security.Permission;
import org.gazouillis.security.Permissions;
import org.gazouillis.tenancy.VisibleBrand;
import org.gazouillis.tenancy.VisibleBrands;
import org.gazouillis.web.i18n.Messages;
import org.gazouillis.web.listen.MarkedQuery;
import org.jspecify.annotations.Nullable;

/// Asks what an address of Explore says.
@RequestScoped
public class Exploring {
    @Inject
    private Pivots pivots;

    @Inject
    private VisibleBrands brands;

    @Inject
    private Permissions permissions;

    @Inject
    private Clock clock;

    /// Either a pivot, or what is wrong with the query, or why a good question is not answered.
    ///
    /// @param trouble empty when there is none
    record Answer(@Nullable Pivot pivot, @Nullable MarkedQuery fault, String trouble) {}

    Answer ask(VisibleBrand brand, ExploreAddress address, Messages words) {
        return ask(brand, address, words, address::question);
    }

    Answer askForPosts(VisibleBrand brand, ExploreAddress address, Map<Axis, String> within, Messages words) {
        return ask(brand, address, words, slices -> address.postsWithin(slices, within));
    }

    private Answer ask(
            VisibleBrand brand,
            ExploreAddress address,
            Messages words,
            Function<List<PivotQuestion.Slice>, PivotQuestion> question) {
        try {
            return new Answer(pivots.read(question.apply(slices(brand, address))), null, "");
        } catch (QueryNotUnderstood notUnderstood) {
            return new Answer(null, MarkedQuery.of(address.query(), notUnderstood, words), "");
        } catch (SearchTooBroad tooBroad) {
            return new Answer(null, null, words.text("search.broad"));
        } catch (PivotRefused noSuchCell) {
            return new Answer(null, null, words.text("explore.posts.none"));
        } catch (PivotTooWide tooWide) {
            return new Answer(
                    null,
                    null,
                    words.text("explore.too-wide." + tooWide.tooMany().name()));
        }
    }

    private List<PivotQuestion.Slice> slices(VisibleBrand brand, ExploreAddress address) {
        return ofScope(brand, address.all()).stream()
                .map(each -> new PivotQuestion.Slice(each, address.resolve(each.zone(), clock.instant())))
                .toList();
    }

    /// @param all whether all brands are meant that the member may analyse
    List<VisibleBrand> ofScope(VisibleBrand brand, boolean all) {
        return all
                ? brands.all().stream()
                        .filter(each -> permissions.may(each.id(), Permission.ANALYSE))
                        .toList()
                : List.of(brand);
    }
}
