package org.gazouillis.bench.chaos;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.lang.instrument.Instrumentation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.ProtectionDomain;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.locks.LockSupport;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.jspecify.annotations.Nullable;

/// The wall clock of a node, which can be put forward and back while the node runs: a file says by how much. As an
/// agent of the node's Java it makes Quartz read this clock instead of the machine's; our own code takes it as the
/// [Clock] that it is given. The JDK and the driver keep the true time, and so does the database, which is another
/// machine's business.
public final class WallClock {
    private static final Duration LOOK = Duration.ofMillis(50);
    private static final ClassDesc SELF = ClassDesc.of(WallClock.class.getName());
    private static final MethodTypeDesc MILLIS = MethodTypeDesc.of(ConstantDescs.CD_long);
    private static final MethodTypeDesc OF_MILLIS = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_long);
    private static final ClassDesc DATE = ClassDesc.of("java.util.Date");

    private static final Clock MACHINE = Clock.systemUTC();

    private static volatile long offset;

    private WallClock() {}

    /// What `System.currentTimeMillis()` answers on this node.
    public static long millis() {
        return MACHINE.millis() + offset;
    }

    static Clock clock() {
        return new Rigged();
    }

    /// The option of `java` that puts this clock in, to be read from `file`.
    static String option(Path folder, Path file) throws IOException {
        set(file, Duration.ZERO);
        Path jar = folder.resolve("wall-clock.jar");
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(new Attributes.Name("Premain-Class"), WallClock.class.getName());
        try (OutputStream out = Files.newOutputStream(jar)) {
            // The class itself is found on the class path.
            new JarOutputStream(out, manifest).close();
        }
        return "-javaagent:" + jar + "=" + file;
    }

    /// Puts the clock of the node that reads this file.
    static void set(Path file, Duration ahead) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, String.valueOf(ahead.toMillis()));
        Files.move(next, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
    }

    /// Called by Java before `main`.
    public static void premain(String file, Instrumentation java) {
        Thread.ofVirtual().start(() -> follow(Path.of(file)));
        java.addTransformer(new ReadsThisClock());
    }

    private static void follow(Path file) {
        while (true) {
            try {
                offset = Long.parseLong(Files.readString(file));
            } catch (IOException folderIsGone) {
                return;
            }
            LockSupport.parkNanos(LOOK.toNanos());
        }
    }

    private static final class ReadsThisClock implements ClassFileTransformer {
        @Override
        public byte @Nullable [] transform(
                @Nullable ClassLoader loader,
                String name,
                @Nullable Class<?> known,
                @Nullable ProtectionDomain domain,
                byte[] bytes) {
            if (!name.startsWith("org/quartz/")) {
                return null;
            }
            ClassFile file = ClassFile.of();
            return file.transformClass(
                    file.parse(bytes), ClassTransform.transformingMethodBodies(ReadsThisClock::replace));
        }

        private static void replace(CodeBuilder code, CodeElement element) {
            if (element instanceof InvokeInstruction call && is(call, "java/lang/System", "currentTimeMillis", "()J")) {
                code.invokestatic(SELF, "millis", MILLIS);
            } else if (element instanceof InvokeInstruction call && is(call, "java/util/Date", "<init>", "()V")) {
                code.invokestatic(SELF, "millis", MILLIS).invokespecial(DATE, "<init>", OF_MILLIS);
            } else {
                code.with(element);
            }
        }

        private static boolean is(InvokeInstruction call, String owner, String name, String type) {
            return call.owner().asInternalName().equals(owner)
                    && call.name().equalsString(name)
                    && call.type().equalsString(type);
        }
    }

    private static final class Rigged extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("The house lives in UTC");
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plusMillis(offset);
        }
    }
}
