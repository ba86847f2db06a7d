package org.gazouillis.boot.demo;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.gazouillis.security.Passwords;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/// Tells the demo from its first step to its last, in the background, newest days first; the server is of use
/// meanwhile. Does nothing in a house where somebody works already.
@ApplicationScoped
public class Demo {
    private static final Logger LOG = Logger.getLogger(Demo.class);
    private static final int DAYS_AT_ONCE = 10;

    private final DemoSteps steps;
    private final Cast cast;
    private final Passwords passwords;
    private final Clock clock;
    private final AtomicBoolean stopping = new AtomicBoolean();

    @Inject
    public Demo(DemoSteps steps, Cast cast, Passwords passwords, Clock clock) {
        this.steps = steps;
        this.cast = cast;
        this.passwords = passwords;
        this.clock = clock;
    }

    Demo() {
        this(new DemoSteps(), new Cast(), new Passwords(), Clock.systemUTC());
    }

    /// Begins, or goes on where an earlier start was interrupted. The members can sign in when it returns; the rest
    /// is told by a thread.
    ///
    /// @param password of all demo members
    public void start(String password, ThreadFactory threads) {
        guarded(() -> steps.begin().ifPresent(base -> {
            gather(() -> passwords.hash(password), base);
            threads.newThread(() -> guarded(() -> tell(base))).start();
        }));
    }

    /// A demo that fails must not keep the house closed.
    private static void guarded(Runnable work) {
        try {
            work.run();
        } catch (RuntimeException failure) {
            LOG.error("The demo is incomplete; the next start goes on with it", failure);
        }
    }

    /// The step that runs is finished, the others are left to the next start.
    public void stop() {
        stopping.set(true);
    }

    private void tell(Instant base) {
        long started = System.nanoTime();
        speak(base);
        listen(base);
        if (!stopping.get()) {
            steps.finish();
            LOG.infof(
                    "The demo is complete, after %d s",
                    Duration.ofNanos(System.nanoTime() - started).toSeconds());
        }
    }

    /// All of it at once.
    void tell(Supplier<String> passwordHash) {
        steps.begin().ifPresent(base -> {
            gather(passwordHash, base);
            tell(base);
        });
    }

    private void gather(Supplier<String> passwordHash, Instant base) {
        once("cast", handle -> cast.gather(passwordHash.get()));
        for (Script script : scripts()) {
            String step = "campaigns-" + script.handle();
            once(step, handle -> cast.openCampaigns(handle, Voice.of(handle, script), base));
        }
        LOG.info("The demo members can sign in; their ninety days follow");
    }

    private void speak(Instant base) {
        List<Script> scripts = scripts();
        for (int place = 0; place < scripts.size(); place++) {
            Script script = scripts.get(place);
            int nth = place;
            String coming = "coming-" + script.handle();
            once(
                    coming,
                    handle -> new PostRows(handle, Voice.of(handle, script))
                            .write(new ComingPosts(script, clock.instant()).all(nth)));
            String past = "past-" + script.handle();
            once(past, handle -> {
                PastPosts story = new PastPosts(script, base);
                List<PlannedPost> posts = story.all();
                PostRows rows = new PostRows(handle, Voice.of(handle, script));
                rows.write(posts);
                rows.publish(posts, story.ids());
            });
        }
    }

    private void listen(Instant base) {
        once("crowd", handle -> new Crowd(handle, base).come());
        for (Script script : scripts()) {
            String step = "follow-" + script.handle();
            once(step, handle -> new Crowd(handle, base).follow(Voice.of(handle, script)));
        }
        once("lives", handle -> new Crowd(handle, base).live());
        once("lists", handle -> new DemoLists(handle, base).make());
        for (Script script : scripts()) {
            String step = "links-" + script.handle();
            once(step, handle -> new DemoLinks(handle, base, step).of(Voice.of(handle, script)));
        }
        for (int day = 0; day <= PastPosts.DAYS; day += DAYS_AT_ONCE) {
            Instant to = base.minus(Duration.ofDays(day));
            for (Script script : scripts()) {
                String step = "echo-" + script.handle() + "-" + day;
                once(
                        step,
                        handle -> new Echo(handle, base, step)
                                .of(Voice.of(handle, script), to.minus(Duration.ofDays(DAYS_AT_ONCE)), to));
            }
            LOG.infof("The public has read the demo's last %d days", day + DAYS_AT_ONCE);
        }
    }

    private void once(String step, Consumer<Handle> work) {
        if (!stopping.get()) {
            steps.once(step, work);
        }
    }

    private static List<Script> scripts() {
        return Stream.concat(Cast.OWN.stream(), Stream.of(Cast.RIVAL))
                .map(Script::of)
                .toList();
    }
}
