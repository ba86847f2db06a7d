package org.gazouillis.listen;

import java.util.function.Supplier;
import org.gazouillis.index.CursorNotUnderstood;
import org.gazouillis.index.QuerySyntaxException;
import org.gazouillis.index.SearchTookTooLong;

/// Asks the index, and says what goes wrong in the words of this room.
final class IndexQuestion {
    private IndexQuestion() {}

    /// @throws QueryNotUnderstood with the place and the mend
    /// @throws SearchCursorForeign when the cursor does not fit
    /// @throws SearchTooBroad when the answer would take too long
    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (QuerySyntaxException syntax) {
            throw new QueryNotUnderstood(syntax);
        } catch (CursorNotUnderstood foreign) {
            throw new SearchCursorForeign(foreign);
        } catch (SearchTookTooLong tooLong) {
            throw new SearchTooBroad(tooLong);
        }
    }
}
